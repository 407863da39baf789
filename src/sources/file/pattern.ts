import { lstatSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import { asStored } from "./as-stored.ts";

/** A pattern, cut behind the folders that it names outright. */
interface Pattern {
  /** The folder that everything it matches is below; "" for the current one. */
  readonly folder: string;
  /** The rest, with `/` between folders. */
  readonly rest: string;
}

/**
 * Whether an input is a pattern; a name that exists is not one, even with `*` in it.
 *
 * @param windows whether `\` separates folders.
 */
export async function isPattern(input: string, windows: boolean): Promise<boolean> {
  if (exists(input)) return false;
  const { isDynamicPattern } = await import("tinyglobby");
  return isDynamicPattern(cutPattern(input, windows).rest);
}

/** The paths that match a pattern, sorted; those of folders end as in a listing, with a separator. */
export async function expandPattern(input: string, windows: boolean): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const { folder: named, rest } = cutPattern(input, windows);
  const folder = asStored(named);
  const paths = await glob(rest, {
    ...(folder !== "" && { cwd: folder }),
    onlyFiles: false,
    followSymbolicLinks: false,
    expandDirectories: false,
    caseSensitiveMatch: !windows,
  });
  return paths.map((path) => join(folder, path)).sort();
}

/**
 * Cuts a pattern so that no library has to make out the drive, the server or `\\?\` that it begins with, and so that
 * `C:\Program Files (x86)` stays a folder.
 */
export function cutPattern(input: string, windows: boolean, isThere: (path: string) => boolean = exists): Pattern {
  const { root } = (windows ? win32 : posix).parse(input);
  const parts = input.slice(root.length).split(windows ? /[\\/]+/ : /\/+/);
  let folder = root;
  while (parts.length > 1 && isThere(folder + parts[0])) folder += `${parts.shift()}/`;
  return { folder, rest: parts.join("/") };
}

/** What the system refuses to look at (a file taken for a folder, a name that is too long) is told when it is opened. */
function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
