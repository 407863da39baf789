import { type BigIntStats, type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { WsaError } from "../../error.ts";
import type { FileHint } from "../../log/file-hint.ts";
import { fileHintOf } from "./file-hint.ts";
import { sortByAge } from "./rotation.ts";
import { unreadable } from "./unreadable.ts";

/** A file that may be a log. */
export interface FoundFile {
  readonly path: string;
  /** Whether it was asked for by its own path, so that it is read whatever it is. */
  readonly named: boolean;
  readonly size: number;
  /** Null for a pipe. */
  readonly hint: FileHint | null;
  /** Tells it from other files, whatever their paths. */
  readonly key: string;
}

/** A file that is left alone, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly why: string;
}

/** What there is to read. */
export interface Found {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly SkippedFile[];
  /** What was asked for and is not there. */
  readonly failures: readonly WsaError[];
}

interface Search {
  readonly files: FoundFile[];
  readonly skipped: SkippedFile[];
  readonly failures: WsaError[];
}

/**
 * Finds the logs that paths, patterns and folders name; each file once, a log's rotated files before it. Below folders
 * and patterns only regular files count, and hidden ones are skipped.
 *
 * @param windows whether `\` separates folders in a pattern.
 */
export async function findLogs(inputs: readonly string[], windows: boolean): Promise<Found> {
  const found: Search = { files: [], skipped: [], failures: [] };
  const { files, skipped, failures } = found;
  for (const input of inputs) {
    try {
      if (await isPattern(input, windows)) await expand(input, windows, found);
      else takeNamed(input, found);
    } catch (error) {
      failures.push(unreadable(input, error as NodeJS.ErrnoException));
    }
  }
  return { files: sortByAge(once(files)), skipped, failures };
}

function takeNamed(path: string, found: Search): void {
  const stats = statSync(path, { bigint: true });
  if (stats.isDirectory()) walk(path, found);
  else found.files.push(fileOf(path, stats, true));
}

function fileOf(path: string, stats: BigIntStats, named: boolean): FoundFile {
  const hint = fileHintOf(path, stats);
  return { path, named, size: hint?.size ?? 0, hint, key: keyOf(stats) ?? path };
}

/** Whether an input is a pattern; what exists under its own name is not, whatever characters it is spelled with. */
export async function isPattern(input: string, windows: boolean): Promise<boolean> {
  if (lstatSync(input, { throwIfNoEntry: false }) !== undefined) return false;
  const { isDynamicPattern } = await import("tinyglobby");
  return isDynamicPattern(toPattern(input, windows));
}

function toPattern(input: string, windows: boolean): string {
  return windows ? input.replaceAll("\\", "/") : input;
}

function walk(folder: string, found: Search): void {
  const { skipped, failures } = found;
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failures.push(unreadable(folder, error as NodeJS.ErrnoException));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) skipped.push({ path, why: "hidden" });
    else if (entry.isDirectory()) walk(path, found);
    else takeRegular(path, found);
  }
}

async function expand(input: string, windows: boolean, found: Search): Promise<void> {
  const { glob } = await import("tinyglobby");
  const paths = await glob(toPattern(input, windows), {
    onlyFiles: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  for (const path of paths.sort()) if (!path.endsWith("/")) takeRegular(path, found);
  if (paths.length > 0) return;
  found.failures.push(
    new WsaError("input", input, "no file matches", { hint: "check the pattern and the current folder" }),
  );
}

/** Takes a regular file, or a link to one; a link to a folder may lead in circles. */
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

/** Each file once, as it was named first; links and copies by another name are told apart by what they lead to. */
function once(files: readonly FoundFile[]): FoundFile[] {
  const known = new Set<string>();
  return files.filter(({ key }) => !known.has(key) && known.add(key));
}

/** Tells a file from others while it exists, whatever its path; null where that cannot be told. */
export function fileKey(path: string): string | null {
  try {
    return keyOf(statSync(path, { bigint: true }));
  } catch {
    return null;
  }
}

function keyOf({ dev, ino }: BigIntStats): string | null {
  return ino === 0n ? null : `${dev}:${ino}`;
}
