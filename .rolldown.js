// Bundles the program, because Node starts a few files faster than two hundred and those of their packages.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { globSync } from "tinyglobby";

const src = fileURLToPath(new URL("src", import.meta.url));

const entries = [
  "src/cli.ts",
  "src/index.ts",
  // What a process or a worker of its own starts with.
  "src/**/*-{child,worker}.ts",
  // What the build goes on with.
  "src/read/write-image.ts",
  // What tests run in processes of their own.
  "src/{ingest/batching-store,ledger/open-ledger,store/sqlite/sqlite-store,terminal/output-file}.ts",
];

await build({
  input: Object.fromEntries(globSync(entries).map((path) => [path.replace(/^src\/|\.ts$/g, ""), path])),
  platform: "node",
  external: ["better-sqlite3"],
  plugins: [keepModuleUrls(), measureLazily(), listLicences()],
  output: { dir: "dist", cleanDir: true, sourcemap: true, chunkFileNames: "chunks/[name].js" },
});

/** Gives `import.meta.url` the value that it has where every file is built into a file of its own, in the same folders. */
function keepModuleUrls() {
  return {
    name: "keep-module-urls",
    transform(code, id) {
      if (id.startsWith("\0") || !code.includes("import.meta.url")) return null;
      return { code: code.replaceAll("import.meta.url", `"module-url:${ownPathOf(id)}"`), map: null };
    },
    renderChunk(code, { fileName }) {
      if (!code.includes('"module-url:')) return null;
      const root = "../".repeat(fileName.split("/").length - 1) || "./";
      return { code: code.replaceAll(/"module-url:(.*?)"/g, `new URL("${root}$1", import.meta.url).href`), map: null };
    },
  };
}

/** The path below dist/ that a file would have. */
function ownPathOf(id) {
  const path = relative(src, id).replaceAll("\\", "/");
  return path.startsWith("../") ? path.split("node_modules/").at(-1) : path.replace(/\.ts$/, ".js");
}

/** Lets the packages measure text as the program does, without loading string-width for every run. */
function measureLazily() {
  const own = join(src, "report/layout/string-width.ts");
  return {
    name: "measure-lazily",
    resolveId: (id) => (id === "string-width" ? "\0string-width" : null),
    load: (id) => (id === "\0string-width" ? `export { stringWidth as default } from ${JSON.stringify(own)};` : null),
  };
}

/** Puts the licences of the packages that are in the bundle beside it, as they ask for. */
function listLicences() {
  return {
    name: "list-licences",
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []);
      const folders = ids.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []);
      const source = [...new Set(folders)].sort().map(licenceOf).join("\n\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version}\n\n${file === undefined ? license : readFileSync(join(folder, file), "utf8").trim()}\n`;
}
