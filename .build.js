// Builds the program into dist/: `node .build.js`; with `--watch` again after every change.
//
// 1. literals: those of the sentences, worked out once so that no run has to
// 2. bundle: rolldown, because Node starts a few files faster than two hundred and those of their packages
// 3. types: the declarations that the public entries reach
// 4. sieve: AssemblyScript to WebAssembly
// 5. image: what the sieve looks for, worked out once as well
// 6. pages: the guides as they are, and the manual page from the help
import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { globSync } from "tinyglobby";

const root = fileURLToPath(new URL(".", import.meta.url));
const src = join(root, "src");
const dist = join(root, "dist");
const cache = join(root, "node_modules/.cache/wsa-annotate");

const sieveSource = join(src, "sieve/sieve.as.ts");
const wasm = join(dist, "sieve/sieve.wasm");
const image = join(dist, "sieve/image.bin");

const OWN_LITERALS = "recognise/messages/own-literals.ts";

const run = promisify(execFile);

/** The doors of the program and of the library, and what a process or a worker of its own starts with. */
const entries = ["src/cli.ts", "src/index.ts", "src/pino.ts", "src/**/*-{child,worker}.ts"];
/** What text/string-width.ts loads when it needs it. */
const EXACT_WIDTH = "text/exact-width";
/** The doors that have types. */
const typed = ["index", "browser", "pino"];

/**
 * What every bundle for Node has in common.
 *
 * @type {import("rolldown").InputOptions & { plugins: import("rolldown").Plugin[] }}
 */
export const forNode = {
  platform: "node",
  // Only where somebody has added it, PostgreSQL is spoken in C.
  external: ["pg-native"],
  // Modules that can be left out in parts, where a package has both kinds.
  resolve: { mainFields: ["module", "main"] },
  plugins: [keepModuleUrls(), measureLazily(), leaveOutputAlone(), workOutLiterals()],
};

/** Whether a source is newer than the last step of the build. */
export function isStale() {
  if (!existsSync(image)) return true;
  const { mtimeMs } = statSync(image);
  const sources = globSync(["src", "src/**", "package.json", "package-lock.json", "tsconfig.json", ".build.js"], {
    cwd: root,
    absolute: true,
    dot: true,
    onlyFiles: false,
  });
  return sources.some((path) => statSync(path).mtimeMs > mtimeMs);
}

/** Does all six steps and removes what an earlier build has left in dist/. */
export async function build() {
  mkdirSync(cache, { recursive: true });
  const [bundles, types] = await Promise.all([bundle(), emitTypes(), compileSieve()]);
  const pages = await writePages();
  await writeImage();
  const built = new Set([...bundles, ...types, ...pages, wasm, image]);
  for (const path of globSync("**", { cwd: dist, absolute: true, dot: true })) {
    if (!built.has(join(path))) rmSync(path);
  }
  for (const path of globSync("**/", { cwd: dist, absolute: true, onlyDirectories: true }).sort().reverse()) {
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}

async function bundle() {
  const paths = globSync(entries, { cwd: root });
  const parts = joinParts();
  const program = await write(
    {
      ...forNode,
      input: {
        ...Object.fromEntries(paths.map((path) => [path.replace(/^src\/|\.ts$/g, ""), join(root, path)])),
        [EXACT_WIDTH]: join(root, "node_modules/string-width/index.js"),
      },
      plugins: [...forNode.plugins, measureBeside(), listLicences(), parts.plugin],
    },
    { dir: dist, chunkFileNames: "chunks/[name].js", codeSplitting: { groups: parts.groups } },
  );
  const browser = await write(
    {
      input: join(src, "browser.ts"),
      platform: "browser",
      plugins: [workOutLiterals()],
      onLog: refuseModulesOfNode,
    },
    { file: join(dist, "browser.js"), codeSplitting: false },
  );
  return [...program, ...browser];
}

/**
 * Joins what every run needs into one file, and what every answer of the catalogue needs besides into another: to find
 * and open a file takes a third of a millisecond.
 */
function joinParts() {
  const parts = { start: new Set(), explaining: new Set() };
  return {
    plugin: {
      name: "join-parts",
      buildEnd() {
        const infoOf = (id) => this.getModuleInfo(id);
        parts.start = reachedFrom(join(src, "cli.ts"), infoOf);
        parts.explaining = reachedFrom(join(src, "commands/explain.ts"), infoOf);
      },
    },
    groups: Object.keys(parts).map((name) => ({ name, test: (id) => parts[name].has(id), minShareCount: 2 })),
  };
}

/** A module and those that are loaded with it. */
function reachedFrom(id, infoOf, reached = new Set()) {
  if (reached.has(id)) return reached;
  reached.add(id);
  for (const next of infoOf(id)?.importedIds ?? []) reachedFrom(next, infoOf, reached);
  return reached;
}

/** A module that is not found is one of Node's: a browser has none of them. */
function refuseModulesOfNode(_level, { code, message }) {
  // A slow machine is no mistake of the program.
  if (code === "PLUGIN_TIMINGS") return;
  throw new Error(message);
}

async function write(input, output) {
  const bundle = await rolldown({ cwd: root, ...input });
  try {
    const written = await bundle.write(output);
    return written.output.map(({ fileName }) => join(output.dir ?? dirname(output.file), fileName));
  } finally {
    await bundle.close();
  }
}

async function emitTypes() {
  const all = join(cache, "types");
  await tool("typescript/bin/tsc", "-p", root, "--emitDeclarationOnly", "--outDir", all, "--incremental");
  const reached = new Set();
  for (const name of typed) reach(join(all, `${name}.d.ts`), reached);
  return [...reached].map((path) => {
    const target = join(dist, relative(all, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path, "utf8").replaceAll(TYPE_IMPORT, '$1$2.js"'));
    return target;
  });
}

const TYPE_IMPORT = /((?:from|import\() ?")(\.[^"]*)\.ts"/g;

function reach(path, reached) {
  if (reached.has(path)) return;
  reached.add(path);
  for (const [, , to] of readFileSync(path, "utf8").matchAll(TYPE_IMPORT))
    reach(join(dirname(path), `${to}.d.ts`), reached);
}

async function compileSieve() {
  // By far the slowest step, of a source that seldom changes.
  if (existsSync(wasm) && statSync(wasm).mtimeMs > statSync(sieveSource).mtimeMs) return;
  const fresh = join(cache, "sieve.wasm");
  const options = ["-O3", "--runtime", "stub", "--enable", "simd"];
  await tool("assemblyscript/bin/asc.js", relative(root, sieveSource), "-o", relative(root, fresh), ...options);
  mkdirSync(dirname(wasm), { recursive: true });
  copyFileSync(fresh, wasm);
}

async function writeImage() {
  const { createImage, programLiterals } = await load("image", {
    createImage: "sieve/image.ts",
    programLiterals: "read/literals.ts",
  });
  writeFileSync(image, createImage(readFileSync(wasm), programLiterals()));
}

/** Writes what people read beside the program; returns the paths. */
async function writePages() {
  const page = join(dist, "wsa-annotate.1");
  const { stdout } = await run(process.execPath, [join(dist, "cli.js"), "help", "man"]);
  writeFileSync(page, stdout);
  const guides = globSync("guides/**", { cwd: src }).map((path) => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    copyFileSync(join(src, path), join(dist, path));
    return join(dist, path);
  });
  return [page, ...guides];
}

/** Puts the literals of the sentences in the place of the module that works them out. */
export function workOutLiterals() {
  return {
    name: "work-out-literals",
    async transform(_code, id) {
      if (id !== join(src, OWN_LITERALS)) return null;
      const { ownLiterals } = await load("literals", { ownLiterals: OWN_LITERALS }, []);
      return {
        code: `const all = ${JSON.stringify(ownLiterals())};\nexport const ownLiterals = () => all;`,
        map: null,
      };
    },
  };
}

/** Runs sources here: returns what they export, by the name of each and the source that has it. */
async function load(name, sources, plugins = forNode.plugins) {
  const script = join(cache, `${name}.mjs`);
  const code = Object.entries(sources)
    .map(([name, path]) => `export { ${name} } from ${JSON.stringify(join(src, path))};`)
    .join("\n");
  const virtual = {
    name: "virtual",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? code : null),
  };
  await write({ ...forNode, input: name, plugins: [virtual, ...plugins] }, { file: script, codeSplitting: false });
  return await import(`${pathToFileURL(script)}?${Date.now()}`);
}

/** Runs a tool of a package; what it complains about becomes the error. */
async function tool(script, ...args) {
  try {
    await run(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root });
  } catch ({ stdout, stderr }) {
    throw new Error(`${stdout}${stderr}`.trim());
  }
}

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
      const up = "../".repeat(fileName.split("/").length - 1) || "./";
      return { code: code.replaceAll(/"module-url:(.*?)"/g, `new URL("${up}$1", import.meta.url).href`), map: null };
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
  const own = join(src, "text/string-width.ts");
  return {
    name: "measure-lazily",
    resolveId: (id) => (id === "string-width" ? "\0string-width" : null),
    load: (id) => (id === "\0string-width" ? `export { stringWidth as default } from ${JSON.stringify(own)};` : null),
  };
}

/** Lets the program find string-width beside itself, without the package. */
function measureBeside() {
  return {
    name: "measure-beside",
    transform: (code, id) =>
      id === join(src, "text/string-width.ts")
        ? code.replace('require("string-width")', 'require("./exact-width.js")')
        : null,
  };
}

/**
 * Keeps packages from opening the standard output only to look at it: that makes a pipe one that does not wait. We give
 * yargs the width and picocolors the choice of colours.
 */
function leaveOutputAlone() {
  const looks = [
    [
      /yargs\/.*platform-shims/,
      "typeof process.stdout.columns !== 'undefined' ? process.stdout.columns : null",
      "null",
    ],
    [/picocolors\.js$/, "(p.stdout || {}).isTTY", "false"],
  ];
  return {
    name: "leave-output-alone",
    transform(code, id) {
      const [, look, answer] = looks.find(([path]) => path.test(id.replaceAll("\\", "/"))) ?? [];
      if (look === undefined) return null;
      if (!code.includes(look)) throw new Error(`${id} looks at the output in another way`);
      return { code: code.replace(look, answer), map: null };
    },
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

/** Builds again whenever something below src/ has changed; a broken source is reported and waited for. */
async function buildAgainAndAgain() {
  let due = true;
  let wake = () => {};
  watch(src, { recursive: true }, () => {
    due = true;
    wake();
  });
  for (;;) {
    while (due) {
      due = false;
      const started = performance.now();
      await build().then(
        () => console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`),
        (error) => console.error(error.message),
      );
    }
    await new Promise((resolve) => {
      wake = resolve;
    });
    // An editor writes a file in several steps.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--watch")) await buildAgainAndAgain();
  else await build();
}
