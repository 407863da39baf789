import { type Dirent, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { OtherFile } from "../../log/other-file.ts";
import type { Source } from "../../log/source.ts";
import type { Content } from "./content.ts";
import { fileIdentity, fileKey } from "./find-logs.ts";
import { logOf } from "./rotation.ts";

/** What is needed of a file. */
type OpenFile = Pick<Source, "open" | "seek"> & { readonly content: Content; close(): void };

/** Larger archives are not unpacked for a comparison. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** More files than these are not looked at, besides the rotated files of the same log. */
const MAX_STRANGERS = 200;
const MAX_FOLDERS = 20;
/** Of UTF-16, which is not stored as it is known. */
const BYTE_ORDER_MARK = /^(?:\xff\xfe|\xfe\xff)/;

/** The other files in a log's folder, those of the same log first and then that where it was read, and the files of a log that was read elsewhere. */
export function otherFilesOf(
  path: string,
  known: string,
  openSource: (path: string) => OpenFile,
): readonly OtherFile[] {
  const folder = dirname(path);
  const log = logOf(path);
  const isCurrent = log === join(path);
  const others = namesIn(folder).filter((name) => name !== basename(path) && !name.startsWith("."));
  const isOfLog = (name: string) => logOf(join(folder, name)) === log;
  const strangers = others.filter((name) => !isOfLog(name));
  const isKnown = (other: string) => resolve(other) === resolve(known);
  strangers.sort((a, b) => Number(isKnown(join(folder, b))) - Number(isKnown(join(folder, a))));
  const near = [
    ...others.filter(isOfLog),
    ...rotatedAway(folder, isOfLog, basename(path)),
    ...strangers.slice(0, MAX_STRANGERS),
  ].map((name) => ({
    path: join(folder, name),
    isPast: isCurrent && isOfLog(basename(name)) && !/\.bak$/i.test(name),
    isCurrent: !isCurrent && log === join(folder, name),
    isOriginal: !isOfLog(basename(name)) && isKnown(join(folder, name)),
  }));
  const isNear = new Set([path, ...near.map((file) => file.path)].map((one) => resolve(one)));
  const own = fileKey(path);
  const far = filesOfLog(known)
    .filter((other) => !isNear.has(resolve(other)) && fileKey(other) !== own)
    .map((other) => ({ path: other, isPast: false, isCurrent: false, isOriginal: isKnown(other) }));
  return [...near, ...far].map((file) => withAccess(file, openSource));
}

/** The file at a path, if it is another one than a log's. */
export function otherFileAt(path: string, known: string, openSource: (path: string) => OpenFile): OtherFile | null {
  const key = fileKey(known);
  if (key === null || key === fileKey(path) || !isFile(known)) return null;
  const isOriginal = logOf(known) !== logOf(path);
  return withAccess({ path: known, isPast: false, isCurrent: false, isOriginal }, openSource);
}

function withAccess(
  file: Pick<OtherFile, "path" | "isPast" | "isCurrent" | "isOriginal">,
  openSource: (path: string) => OpenFile,
): OtherFile {
  const open = async () => await openOther(file.path, openSource).catch(() => null);
  return { ...file, key: () => fileIdentity(file.path), open };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The rotated files of a log in the folders of its folder, where rotation may move them; not those that have its own name. */
function rotatedAway(folder: string, isOfLog: (name: string) => boolean, own: string): string[] {
  const inner = entriesIn(folder).filter((entry) => entry.isDirectory());
  return inner.slice(0, MAX_FOLDERS).flatMap(({ name }) =>
    namesIn(join(folder, name))
      .filter((file) => file !== own && isOfLog(file))
      .map((file) => join(name, file)),
  );
}

/** The files that a log and its rotations have at a path, which may be no path at all. */
function filesOfLog(path: string): string[] {
  const folder = dirname(path);
  const names = namesIn(folder).filter((name) => logOf(join(folder, name)) === logOf(path));
  const first = basename(path);
  return names.sort((a, b) => Number(b === first) - Number(a === first)).map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  const files = entriesIn(folder).filter((entry) => entry.isFile());
  return files.map(({ name }) => name);
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Opens a file for reads at any place; what is not as it is read is unpacked or decoded, unless it is too large for that. */
export async function openOther(
  path: string,
  openSource: (path: string) => OpenFile,
): Promise<Awaited<ReturnType<OtherFile["open"]>>> {
  const source = openSource(path);
  const log = source.seek?.() ?? null;
  const isWide = log !== null && BYTE_ORDER_MARK.test(await log.read(0, 2));
  if (log !== null && !isWide) return { size: log.size, read: log.read, close: source.close };
  if (source.content.kind !== "archive" && !isWide) {
    source.close();
    return null;
  }
  let text = "";
  for await (const piece of await source.open()) {
    text += piece;
    if (text.length > MAX_UNPACKED_BYTES) return null;
  }
  return { size: text.length, read: async (at, length) => text.slice(at, at + length), close: () => undefined };
}
