// Builds kit/static from kit/front: `node kit/front/build.mjs`. With --check it writes nothing and fails
// when what is committed differs from what the sources give, because installing must need no Node.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { po } from "gettext-parser";

const FRONT = dirname(fileURLToPath(import.meta.url));
const ROOT = join(FRONT, "..", "..");
const STATIC = join(FRONT, "..", "static");
const LOCALE = join(FRONT, "..", "locale");

/** What can be loaded on its own: the participant's page, the kernel-less screens, the widget for notebooks. */
const ENTRIES = ["phone.jsx", "screens.jsx", "widget.jsx"];
const BANNER = "/*! Leefkit, EUPL-1.2. With Preact, MIT, (c) 2015-present Jason Miller */";

/** Names in a folder, sorted, because the order of a folder differs per machine and the bundle may not. */
const names = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Source of `virtual:activities`: every activity by its stem. */
export function activitiesSource(folder = join(FRONT, "activities")) {
  const files = names(folder).filter((name) => /^[a-z_]+\.jsx$/.test(name));
  const imports = files.map((name, i) => `import a${i} from ${JSON.stringify(join(folder, name))};`);
  const entries = files.map((name, i) => `${JSON.stringify(parse(name).name)}: a${i}`);
  return `${imports.join("\n")}\nexport default { ${entries.join(", ")} };\n`;
}

/** All JavaScript of the front end as one text. */
function sources(folder = FRONT) {
  return readdirSync(folder, { recursive: true })
    .sort()
    .filter((name) => /\.jsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

/** The translations of `virtual:catalogue`: of each language, the messages that stand as a string in a source. */
export function catalogue(used = sources(), locale = LOCALE) {
  const result = {};
  for (const language of names(locale)) {
    const file = join(locale, language, "LC_MESSAGES", "leefkit.po");
    if (!existsSync(file)) continue;
    const messages = Object.values(po.parse(readFileSync(file)).translations[""] ?? {});
    const needed = messages.filter(({ msgid, msgstr }) => {
      return msgid && msgstr[0] && used.includes(JSON.stringify(msgid));
    });
    const pairs = needed.map(({ msgid, msgstr }) => [msgid, msgstr[0]]);
    result[language] = Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return result;
}

/** Resolves the modules that exist in no file. */
export const virtual = {
  name: "virtual",
  setup(building) {
    building.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
    building.onLoad({ filter: /^virtual:activities$/, namespace: "virtual" }, () => ({
      contents: activitiesSource(),
      loader: "js",
      resolveDir: FRONT,
    }));
    building.onLoad({ filter: /^virtual:catalogue$/, namespace: "virtual" }, () => ({
      contents: JSON.stringify(catalogue()),
      loader: "json",
    }));
  },
};

/** Builds everything in memory: a map from file name to content. */
async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    banner: { js: BANNER },
    bundle: true,
    charset: "utf8",
    define: { "process.env.NODE_ENV": '"production"' },
    entryPoints: ENTRIES.map((name) => join(FRONT, name)).filter(existsSync),
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
    minify: true,
    outdir: STATIC,
    plugins: [virtual],
    target: "es2020",
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** Names of bundles in kit/static that the sources do not give in this form. */
function differing(built) {
  const stems = ENTRIES.map((name) => parse(name).name);
  const committed = names(STATIC).filter(
    (name) => /\.(js|css)$/.test(name) && stems.includes(parse(name).name),
  );
  return [...new Set([...built.keys(), ...committed])].filter((name) => {
    const path = join(STATIC, name);
    return !existsSync(path) || readFileSync(path, "utf8") !== built.get(name);
  });
}

async function main(check) {
  const built = await bundle();
  if (!check) {
    mkdirSync(STATIC, { recursive: true });
    for (const [name, text] of built) writeFileSync(join(STATIC, name), text);
    return;
  }
  const stale = differing(built);
  if (stale.length > 0) {
    const where = relative(ROOT, STATIC);
    console.error(
      `${where} does not match kit/front in ${stale.join(", ")}; run \`make front\` and commit it.`,
    );
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes("--check"));
