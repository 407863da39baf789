import { statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { logStem } from "../../log/log-name.ts";
import type { OtherFile } from "../../log/other-file.ts";
import type { Source } from "../../log/source.ts";
import type { Content } from "./content.ts";
import { fileIdentity, fileKey } from "./find-logs.ts";
import { listFolder } from "./folder-listing.ts";
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
  const [folder, own, stem] = [dirname(path), basename(path), logStem(path)];
  const knownName = resolve(dirname(known)) === resolve(folder) ? basename(known) : null;
  const isCurrent = stem === own;
  const near = [
    ...(listFolder(folder).ofLog.get(stem) ?? []).filter((name) => isShown(name) && name !== own),
    ...rotatedAway(folder, stem, own),
    ...strangersIn(folder, stem, knownName),
  ].map((name) => {
    const isOfLog = logStem(name) === stem;
    return {
      path: join(folder, name),
      isPast: isCurrent && isOfLog && !/\.bak$/i.test(name),
      isCurrent: !isCurrent && name === stem,
      isOriginal: !isOfLog && name === knownName,
    };
  });
  const { keys } = listFolder(folder);
  const beside = near.map((file) => withAccess(file, openSource, dirname(file.path) === folder ? keys : undefined));
  return [...beside, ...filesOfLog(known, path, near).map((file) => withAccess(file, openSource))];
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
  keys = new Map<string, string | null>(),
): OtherFile {
  const open = async () => await openOther(file.path, openSource).catch(() => null);
  return { ...file, key: () => keyOf(file.path, keys), open };
}

/** `fileIdentity`, asked once for all files that are looked up while the folder does not change. */
function keyOf(path: string, keys: Map<string, string | null>): string | null {
  const known = keys.get(path);
  if (known !== undefined) return known;
  const key = fileIdentity(path);
  keys.set(path, key);
  return key;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Files of other logs, so many at most, and first the one that is known. */
function strangersIn(folder: string, stem: string, known: string | null): string[] {
  const { files, ofLog } = listFolder(folder);
  const own = ofLog.get(stem) ?? [];
  const isThere = known !== null && !own.includes(known) && ofLog.get(logStem(known))?.includes(known) === true;
  const names = isThere ? [known] : [];
  for (const name of files) {
    if (names.length === MAX_STRANGERS) break;
    if (isShown(name) && name !== known && !own.includes(name)) names.push(name);
  }
  return names;
}

/** The rotated files of a log in the folders of its folder, where rotation may move them; not those that have its own name. */
function rotatedAway(folder: string, stem: string, own: string): string[] {
  return listFolder(folder)
    .folders.slice(0, MAX_FOLDERS)
    .flatMap((inner) => {
      const names = listFolder(join(folder, inner)).ofLog.get(stem) ?? [];
      return names.filter((name) => name !== own).map((name) => join(inner, name));
    });
}

/** The files that a log and its rotations have at a path, which may be no path at all; not those that are listed already. */
function filesOfLog(known: string, path: string, near: readonly { readonly path: string }[]) {
  const isNear = new Set([path, ...near.map((file) => file.path)].map((one) => resolve(one)));
  const own = fileKey(path);
  const [folder, first] = [dirname(known), basename(known)];
  const names = [...(listFolder(folder).ofLog.get(logStem(known)) ?? [])];
  return names
    .sort((a, b) => Number(b === first) - Number(a === first))
    .map((name) => ({ path: join(folder, name), isPast: false, isCurrent: false, isOriginal: name === first }))
    .filter((file) => !isNear.has(resolve(file.path)) && fileKey(file.path) !== own);
}

function isShown(name: string): boolean {
  return !name.startsWith(".");
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
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of await source.open()) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_UNPACKED_BYTES) return null;
  }
  const text = Buffer.concat(pieces).toString("latin1");
  return { size: text.length, read: async (at, length) => text.slice(at, at + length), close: () => undefined };
}
