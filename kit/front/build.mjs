// Builds kit/static from kit/front: `node kit/front/build.mjs`. With --check it writes nothing and fails
// when what is committed differs from what the sources give, because installing must need no Node.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
/** The one that is built in several files. */
const SPLIT = "phone.jsx";
const WITHOUT_STYLE = { loader: { ".css": "empty" } };
const isChunk = (name) => /^phone-\w+-[A-Z0-9]{8}\.js$/.test(name);
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

/** Of every activity the file with what a phone shows, and the name of that in it. */
function faces(folder = join(FRONT, "activities")) {
  return names(folder)
    .filter((name) => /^[a-z_]+\.jsx$/.test(name))
    .map((name) => {
      const stem = parse(name).name;
      const phone = join(folder, stem, "phone.jsx");
      const own = existsSync(phone);
      return { stem, file: own ? phone : join(folder, name), part: own ? "Phone" : "default.Phone" };
    });
}

/**
 * Source of `virtual:phones`: of every activity only what a phone shows. Where an activity keeps that in
 * `<stem>/phone.jsx`, the phone's page comes without the consoles and the walls.
 *
 * @param {Map<string, string>} [chunks] the file of each activity, where it is to be fetched when a step needs it
 */
export function phonesSource(chunks) {
  const lines = faces().map(({ stem, file, part }, i) =>
    chunks
      ? `const p${i} = later(() => import(${JSON.stringify(`./${chunks.get(stem)}`)}).then((found) => found.${part}));`
      : `import * as a${i} from ${JSON.stringify(file)}; const p${i} = a${i}.${part};`,
  );
  if (chunks) lines.unshift(`import { later } from ${JSON.stringify(join(FRONT, "ui", "later.jsx"))};`);
  const entries = faces().map(({ stem }, i) => `${JSON.stringify(stem)}: p${i}`);
  return `${lines.join("\n")}\nexport default { ${entries.join(", ")} };\n`;
}

/** Source of `virtual:shared`: what the page lends to the parts that come later, by name. */
function sharedSource(shared) {
  const found = [...shared].sort();
  const lines = found.map((name, i) => {
    const path = name.startsWith("preact") ? name : join(FRONT, name);
    return `import * as m${i} from ${JSON.stringify(path)};`;
  });
  const entries = found.map((name, i) => `${JSON.stringify(name)}: m${i}`);
  return `${lines.join("\n")}\nglobalThis.leefkitShared = { ${entries.join(", ")} };\n`;
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

/**
 * Resolves the modules that exist in no file.
 *
 * @param {{ used?: string, chunks?: Map<string, string>, shared?: Set<string> }} what `used` is the text whose messages
 *   the catalogue should hold; see phonesSource and sharedSource for the others
 */
const virtual = ({ used = "", chunks, shared = new Set() }) => ({
  name: "virtual",
  setup(building) {
    const sources = {
      "virtual:activities": () => activitiesSource(),
      "virtual:phones": () => phonesSource(chunks),
      "virtual:shared": () => sharedSource(shared),
    };
    building.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
    building.onResolve({ filter: /^\.\/phone-\w+-[A-Z0-9]{8}\.js$/ }, ({ path }) => ({
      path,
      external: true,
    }));
    building.onLoad({ filter: /^virtual:catalogue$/, namespace: "virtual" }, () => ({
      contents: JSON.stringify(catalogue(used)),
      loader: "json",
    }));
    building.onLoad({ filter: /./, namespace: "virtual" }, ({ path }) => ({
      contents: sources[path](),
      loader: "js",
      resolveDir: FRONT,
    }));
  },
});

/** Lets a part use what its page has already: `shared` is told what that is. */
const borrow = (shared) => ({
  name: "borrow",
  setup(building) {
    const lend = (name) => {
      shared.add(name);
      return { path: name, namespace: "borrowed" };
    };
    building.onResolve({ filter: /^preact/ }, ({ path }) => lend(path));
    building.onResolve({ filter: /^\.{1,2}\/(.*\/)?(ui|phone)\/[\w.]+$/ }, ({ path, resolveDir }) =>
      lend(relative(FRONT, join(resolveDir, path))),
    );
    building.onLoad({ filter: /./, namespace: "borrowed" }, ({ path }) => ({
      contents: `module.exports = globalThis.leefkitShared[${JSON.stringify(path)}];`,
    }));
  },
});

/**
 * Builds everything in memory: a map from file name to content. Each entry gets the messages that it can show.
 *
 * What a phone shows of an activity comes in a file of its own, because a hall full of phones loads the first page at
 * once. Their styles stay in one sheet: a part that comes without its style would jump.
 */
async function bundle() {
  const built = new Map();
  for (const entry of ENTRIES.map((name) => join(FRONT, name)).filter(existsSync)) {
    const { metafile } = await buildEntry(entry, virtual({}));
    const read = Object.keys(metafile.inputs).filter((name) => /\.jsx?$/.test(name) && !name.includes(":"));
    const used = read.map((name) => readFileSync(join(ROOT, name), "utf8")).join("\n");
    const whole = await buildEntry(entry, virtual({ used }));
    for (const { path, text } of whole.outputFiles) built.set(basename(path), text);
    if (basename(entry) !== SPLIT) continue;
    const chunks = new Map();
    const shared = new Set();
    for (const { stem, file } of faces()) {
      const named = { entryNames: `phone-${stem}-[hash]`, ...WITHOUT_STYLE };
      const { outputFiles } = await buildEntry(file, borrow(shared), named);
      for (const { path, text } of outputFiles) built.set(basename(path), text);
      chunks.set(stem, basename(outputFiles[0].path));
    }
    const { outputFiles } = await buildEntry(entry, virtual({ used, chunks, shared }), WITHOUT_STYLE);
    for (const { path, text } of outputFiles) built.set(basename(path), text);
  }
  return built;
}

/** Builds one entry. */
function buildEntry(entry, plugin, more = {}) {
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
    plugins: [plugin],
    // Phones of five years old must read the styles too: nesting, for one, is written out for them.
    target: ["es2020", "chrome92", "firefox91", "safari15"],
    write: false,
    ...more,
  });
}

/** Names of bundles in kit/static that the sources do not give in this form. */
function differing(built) {
  const stems = ENTRIES.map((name) => parse(name).name);
  const committed = names(STATIC).filter(
    (name) => /\.(js|css)$/.test(name) && (stems.includes(parse(name).name) || isChunk(name)),
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
    for (const name of names(STATIC)) if (isChunk(name) && !built.has(name)) rmSync(join(STATIC, name));
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
