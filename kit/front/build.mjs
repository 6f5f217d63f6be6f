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

/**
 * Source of `virtual:phones`: of every activity only what a phone shows. Where an activity keeps that in
 * `<stem>/phone.jsx`, the phone's page comes without the consoles and the walls.
 */
export function phonesSource(folder = join(FRONT, "activities")) {
  const stems = names(folder)
    .filter((name) => /^[a-z_]+\.jsx$/.test(name))
    .map((name) => parse(name).name);
  const lines = stems.map((stem, i) => {
    const phone = join(folder, stem, "phone.jsx");
    const whole = join(folder, `${stem}.jsx`);
    return existsSync(phone)
      ? `import { Phone as p${i} } from ${JSON.stringify(phone)};`
      : `import a${i} from ${JSON.stringify(whole)}; const p${i} = a${i}.Phone;`;
  });
  const entries = stems.map((stem, i) => `${JSON.stringify(stem)}: p${i}`);
  return `${lines.join("\n")}\nexport default { ${entries.join(", ")} };\n`;
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

/** Resolves the modules that exist in no file; `used` is the text whose messages the catalogue should hold. */
const virtual = (used) => ({
  name: "virtual",
  setup(building) {
    building.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
    building.onLoad({ filter: /^virtual:activities$/, namespace: "virtual" }, () => ({
      contents: activitiesSource(),
      loader: "js",
      resolveDir: FRONT,
    }));
    building.onLoad({ filter: /^virtual:phones$/, namespace: "virtual" }, () => ({
      contents: phonesSource(),
      loader: "js",
      resolveDir: FRONT,
    }));
    building.onLoad({ filter: /^virtual:catalogue$/, namespace: "virtual" }, () => ({
      contents: JSON.stringify(catalogue(used)),
      loader: "json",
    }));
  },
});

/** Builds everything in memory: a map from file name to content. Each entry gets the messages that it can show. */
async function bundle() {
  const built = new Map();
  for (const entry of ENTRIES.map((name) => join(FRONT, name)).filter(existsSync)) {
    const { metafile } = await buildEntry(entry, "");
    const read = Object.keys(metafile.inputs).filter((name) => /\.jsx?$/.test(name) && !name.includes(":"));
    const used = read.map((name) => readFileSync(join(ROOT, name), "utf8")).join("\n");
    const { outputFiles } = await buildEntry(entry, used);
    for (const { path, text } of outputFiles) built.set(basename(path), text);
  }
  return built;
}

/** Builds one entry. */
function buildEntry(entry, used) {
  return build({
    absWorkingDir: ROOT,
    banner: { js: BANNER },
    bundle: true,
    charset: "utf8",
    define: { "process.env.NODE_ENV": '"production"' },
    entryPoints: [entry],
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    minify: true,
    outdir: STATIC,
    plugins: [virtual(used)],
    // Phones of five years old must read the styles too: nesting, for one, is written out for them.
    target: ["es2020", "chrome92", "firefox91", "safari15"],
    write: false,
  });
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
