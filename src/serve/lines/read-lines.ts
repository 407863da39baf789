import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { Store } from "../../store/store.ts";

/** A line that the store has kept from a log. */
export interface KeptPlace {
  readonly host: string;
  readonly source: string;
  /** 1-based. */
  readonly line: number;
}

/** Lines of a log around one of them. */
export interface LinesAround {
  readonly path: string;
  /** The number of the first one. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** Why there are no lines: the store has not kept such a line, there is no such file, or it is not what was read. */
export type NoLines = "unknown" | "gone" | "changed";

/**
 * Reads the lines around an occurrence from the file that it was counted in. Only a file that the store remembers is opened,
 * under its own real name, and it must hold the kept line at its place: a link that was put there since, or another file,
 * gives nothing.
 */
export async function readLines(store: Store, place: KeptPlace): Promise<LinesAround | NoLines> {
  const text = await keptText(store, place);
  const known = text === null ? [] : await store.fileHints(place.host);
  const [hint, ...others] = known.filter(({ path }) => isSame(path, place.source));
  if (!text || hint === undefined || others.length > 0) return "unknown";
  const file = await openKnown(hint.path);
  if (file === null) return "gone";
  try {
    const stats = await file.stat({ bigint: true });
    if (!stats.isFile() || `${stats.ino}` !== hint.inode) return "changed";
    const found = await linesAround(file, place.line);
    const own = found?.lines[place.line - (found?.first ?? 0)];
    return found === null || own === undefined || !own.startsWith(text.slice(0, MOST_CHARACTERS))
      ? "changed"
      : { path: hint.path, ...found };
  } finally {
    await file.close();
  }
}

/** How many lines before and after, how much of each, and how far into a file. */
const BESIDE = 20;
const MOST_CHARACTERS = 2000;
const MOST_BYTES = 512 * 1024 * 1024;

async function keptText(store: Store, { host, source, line }: KeptPlace): Promise<string | null> {
  const period = { since: null, until: null, horizon: null, zone: "UTC" };
  const kept = await store.sampleLines({ period, host, source }, Number.MAX_SAFE_INTEGER);
  return kept.find((one) => one.line === line)?.text ?? null;
}

/** A log goes by its path as it was given, which may be relative. */
const isSame = (path: string, source: string): boolean =>
  path === source || path.replaceAll("\\", "/").endsWith(`/${source.replaceAll("\\", "/").replace(/^\.\//, "")}`);

const folded = (path: string): string => (sep === "\\" ? path.toLowerCase() : path);

async function openKnown(path: string): Promise<FileHandle | null> {
  try {
    // The letter of a drive and the names of folders may be in other cases on Windows; the inode is compared as well.
    if (folded(await realpath(path)) !== folded(path)) return null;
    return await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
}

/** Null where the file is shorter, or the line is too far in it. */
async function linesAround(file: FileHandle, line: number): Promise<Omit<LinesAround, "path"> | null> {
  const first = Math.max(line - BESIDE, 1);
  const lines: string[] = [];
  let number = 1;
  let pending: Buffer[] = [];
  let held = 0;
  const end = (): void => {
    if (number >= first) lines.push(cut(Buffer.concat(pending)));
    pending = [];
    held = 0;
    number++;
  };
  const stream = file.createReadStream({ autoClose: false, end: MOST_BYTES, highWaterMark: 256 * 1024 });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1 && number <= line + BESIDE; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      end();
      from = at + 1;
    }
    if (number > line + BESIDE) break;
    keep(chunk.subarray(from));
  }
  if (held > 0 && number <= line + BESIDE) end();
  return number > line ? { first, lines } : null;

  function keep(part: Buffer): void {
    if (number < first || held > MOST_CHARACTERS * 4) return;
    const copy = Buffer.from(part.subarray(0, MOST_CHARACTERS * 4));
    pending.push(copy);
    held += copy.length;
  }
}

const cut = (bytes: Buffer): string =>
  bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .replace(/\r$/, "")
    .slice(0, MOST_CHARACTERS);
