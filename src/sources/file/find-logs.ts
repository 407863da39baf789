import { type BigIntStats, type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import { WsaError } from "../../error.ts";
import type { FileHint } from "../../log/file-hint.ts";
import { say } from "../../wording.ts";
import { asStored } from "./as-stored.ts";
import { fileHintOf } from "./file-hint.ts";
import { expandPattern, isPattern } from "./pattern.ts";
import { sortByAge } from "./rotation.ts";
import { unreadable } from "./unreadable.ts";

/** A file that may be a log. */
export interface FoundFile {
  readonly path: string;
  /** Whether an input was its own path; then it is read whatever it holds. */
  readonly named: boolean;
  readonly size: number;
  /** Null for a pipe. */
  readonly hint: FileHint | null;
  /** The same for all paths of one file, different for other files. */
  readonly key: string;
}

/** A file that is left alone, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly why: string;
}

/** The result of a search. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
  /** Inputs that do not exist or cannot be read, as WsaErrors `input`. */
  readonly failures: readonly WsaError[];
}

interface Search {
  readonly files: FoundFile[];
  readonly skipped: SkippedFile[];
  readonly failures: WsaError[];
  /** Whether the search is to end; lets signals in now and then. */
  readonly isOver: () => Promise<boolean>;
}

/**
 * Finds the logs that paths, patterns and folders name; each file once, a log's rotated files before it. Below folders
 * and patterns only regular files count, and hidden ones are skipped.
 *
 * @param windows whether `\` separates folders in a pattern.
 * @param signal ends the search early, with what was found so far.
 */
export async function findLogs(inputs: readonly string[], windows: boolean, signal?: AbortSignal): Promise<Found> {
  const found: Search = { files: [], skipped: [], failures: [], isOver: endOf(signal) };
  const { files, skipped, failures } = found;
  for (const input of inputs) {
    try {
      if (await isPattern(input, windows)) await expand(input, windows, found);
      else await takeNamed(input, found);
    } catch (error) {
      failures.push(unreadable(input, error as NodeJS.ErrnoException));
    }
  }
  return { files: sortByAge(once(files)), skipped, failures };
}

function endOf(signal?: AbortSignal): () => Promise<boolean> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last > LONGEST_STRETCH_MS) {
      await othersFirst();
      last = performance.now();
    }
    return signal?.aborted === true;
  };
}

const LONGEST_STRETCH_MS = 50;

async function takeNamed(input: string, found: Search): Promise<void> {
  const path = asStored(input);
  const stats = statSync(path, { bigint: true });
  if (stats.isDirectory()) await walk(path, found);
  else found.files.push(fileOf(path, stats, true));
}

function fileOf(path: string, stats: BigIntStats, named: boolean): FoundFile {
  const hint = fileHintOf(path, stats);
  return { path, named, size: hint?.size ?? 0, hint, key: keyOf(stats) ?? path };
}

async function walk(folder: string, found: Search): Promise<void> {
  const { skipped, failures } = found;
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failures.push(unreadable(folder, error as NodeJS.ErrnoException));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (await found.isOver()) return;
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) skipped.push({ path, why: "hidden" });
    else if (entry.isDirectory()) await walk(path, found);
    else takeRegular(path, found);
  }
}

async function expand(input: string, windows: boolean, found: Search): Promise<void> {
  const paths = await expandPattern(input, windows);
  for (const path of paths) if (!/[\\/]$/.test(path)) takeRegular(path, found);
  if (paths.length > 0) return;
  found.failures.push(
    new WsaError("input", input, say`no file matches`, { hint: say`check the pattern and the current folder` }),
  );
}

/** Takes a regular file or a link to one. Skips links to folders, because they may lead in circles. */
function takeRegular(path: string, { files, skipped }: Search): void {
  let stats: BigIntStats;
  try {
    stats = statSync(path, { bigint: true });
  } catch (error) {
    skipped.push({ path, why: unreadable(path, error as NodeJS.ErrnoException).message });
    return;
  }
  if (stats.isFile()) files.push(fileOf(path, stats, false));
  else skipped.push({ path, why: stats.isDirectory() ? "a link to a folder" : "a pipe, socket or device" });
}

/** Each file once, under its own name or that of the link that came first: other paths to one file have the same key. */
function once(files: readonly FoundFile[]): FoundFile[] {
  const known = new Map<string, FoundFile>();
  for (const file of files) {
    const first = known.get(file.key);
    if (first === undefined || (!first.named && isLink(first) && !isLink(file))) known.set(file.key, file);
  }
  return files.filter((file) => known.get(file.key) === file);
}

function isLink({ path }: FoundFile): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** The same for all paths of one file while it exists; null where the system has no inode for it, or no such file. */
export function fileKey(path: string): string | null {
  try {
    return keyOf(statSync(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** The same for a file as long as it exists, under any name, and for no file after it: inodes are given again. */
export function fileIdentity(path: string): string | null {
  try {
    return identityOf(statSync(path, { bigint: true }));
  } catch {
    return null;
  }
}

/** `fileIdentity` of an open file. */
export function identityOf(stats: BigIntStats): string | null {
  const key = keyOf(stats);
  return key === null ? null : `${key}:${stats.birthtimeNs}`;
}

/** `fileKey` of an open file. */
export function keyOf({ dev, ino }: Pick<BigIntStats, "dev" | "ino">): string | null {
  // The number of a volume of Windows has 64 bits by its file's path and 32 by an open file, see
  // https://github.com/libuv/libuv/pull/4698
  return ino === 0n ? null : `${BigInt.asUintN(32, dev)}:${ino}`;
}
