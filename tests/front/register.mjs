// Lets `node --test` import the sources of the front end as they are: JSX, styles and the virtual modules.
// Use: node --import ./tests/front/register.mjs --test

import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { activitiesSource, catalogue, phonesSource } from "../../kit/front/build.mjs";

const JSX = {
  loader: "jsx",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
  sourcemap: "inline",
};
const FRONT = new URL("../../kit/front/", import.meta.url);

const asModules = (source) =>
  source.replaceAll(/(?<=from )"(.*?)"/g, (_, path) => JSON.stringify(pathToFileURL(path).href));

const MADE_UP = {
  "virtual:activities": () => asModules(activitiesSource()),
  "virtual:phones": () => asModules(phonesSource()),
  "virtual:catalogue": () => `export default ${JSON.stringify(catalogue())};`,
};

registerHooks({
  resolve(specifier, context, next) {
    if (!(specifier in MADE_UP)) return next(specifier, context);
    return { url: new URL(`?${specifier}`, FRONT).href, format: "module", shortCircuit: true };
  },
  load(url, context, next) {
    const made = Object.keys(MADE_UP).find((name) => url.endsWith(`?${name}`));
    if (made) return { format: "module", source: MADE_UP[made](), shortCircuit: true };
    if (url.endsWith(".css")) return { format: "module", source: "", shortCircuit: true };
    if (!url.endsWith(".jsx")) return next(url, context);
    const source = readFileSync(fileURLToPath(url), "utf8");
    return { format: "module", source: transformSync(source, JSX).code, shortCircuit: true };
  },
});
