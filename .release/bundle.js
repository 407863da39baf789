// The program in one file, for an executable.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { forNode, workOutLiterals } from "../.build.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const src = (path) => join(root, "src", path);
const own = (path) => join(root, ".release/executable", path);

/** The version that is released. */
export const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const EXECUTABLE_URL = 'const executableUrl = require("node:url").pathToFileURL(process.execPath).href;';
const exactWidth = join(root, "node_modules/string-width/index.js");

const replaced = new Map([
  [src("commands/guide-text.ts"), own("guide-text.js")],
  [src("remote/start-part.ts"), own("start-part.js")],
  [src("sieve/built-file.ts"), own("built-file.js")],
  [src("store/sqlite/ways.ts"), own("ways.js")],
]);

/** Writes the program into a file that needs no other. */
export async function bundleInto(file) {
  const bundle = await rolldown({
    ...forNode,
    cwd: root,
    // Packages make a `require` of it, for files that an executable has not.
    transform: { define: { "import.meta.url": "executableUrl", "import.meta": "{}" } },
    input: own("main.js"),
    plugins: [
      replaceModules(),
      ...forNode.plugins.filter(({ name }) => name !== "keep-module-urls"),
      workOutLiterals(),
    ],
  });
  try {
    await bundle.write({ file, format: "cjs", codeSplitting: false, banner: EXECUTABLE_URL });
  } finally {
    await bundle.close();
  }
}

/** An executable has no files beside it, and its program no `await` outside of functions. */
function replaceModules() {
  return {
    name: "replace-modules",
    async resolveId(id, importer, options) {
      const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
      return resolved === null ? null : (replaced.get(resolved.id) ?? resolved);
    },
    transform(code, id) {
      if (id === src("version.ts")) return `export const version = ${JSON.stringify(version)};`;
      if (id === src("text/string-width.ts"))
        return code
          .replace(/^import \{ createRequire.*$|^const require = .*$/gm, "")
          .replace('require("string-width")', `require(${JSON.stringify(exactWidth)})`);
      if (id !== src("cli.ts")) return null;
      const body = code.search(/^(?!import |#!)./m);
      return `${code.slice(0, body)}void (async () => {\n${code.slice(body)}\n})();\n`;
    },
  };
}
