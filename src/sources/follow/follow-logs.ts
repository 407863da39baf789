import { setMaxListeners } from "node:events";
import { dirname } from "node:path";
import { pipeline } from "node:stream";
import { WsaError } from "../../error.ts";
import type { Source } from "../../log/source.ts";
import { createDecoding } from "../encoding/encoding.ts";
import { decodedLog } from "../file/decoded-log.ts";
import { endBefore } from "../file/end-before.ts";
import { type FileOptions, openFileSource } from "../file/file-source.ts";
import { fileKey, findLogs } from "../file/find-logs.ts";
import { lookAhead, lookAtSiblings } from "../file/look-ahead.ts";
import { nameOfFile } from "../file/name-of-file.ts";
import { otherFileAt, otherFilesOf } from "../file/other-files.ts";
import { logOf } from "../file/rotation.ts";
import { type LogInput, partInputs } from "../log-input.ts";
import { createChangeHints } from "./change-hints.ts";
import { type RotatedFile, rotatedFiles } from "./rotated-files.ts";
import { Tail, type TailEnd } from "./tail.ts";

const LOOK_EVERY_MS = 1000;

/** How logs are followed. */
export interface Following {
  readonly windows: boolean;
  readonly options: FileOptions;
  readonly signal: AbortSignal;
  /**
   * Reads a source to its end; never rejects. Called again for each generation of a log, after the one before it.
   *
   * @param past whether it is a copy that rotation made; all but its end may have been read under the log's own name.
   */
  visit(source: Source, past: boolean): Promise<void>;
  /** Whether a log that another process has counted, and does not count any more, may be read again from its beginning. */
  readonly readsAgain?: boolean;
  /** Takes each error of an input or file that cannot be read, once; it is tried again every second. */
  fail(error: WsaError): void;
}

/**
 * Follows the logs that paths, patterns and folders name, and those that appear later, until the signal is aborted and
 * all visits are over. Inputs that are logs themselves are read beside them, once.
 */
export async function followLogs(inputs: readonly LogInput[], following: Following): Promise<void> {
  const { windows, options, signal, visit, fail } = following;
  const { paths, sources } = partInputs(inputs);
  const hints = createChangeHints();
  const visits = new Set<Promise<void>>();
  const followed = new Map<string, Tail | null>();
  const read = new Set<string>();
  /** Of each log that is or was followed: its rotated files that need not be read any more. */
  const known = new Map<string, ReadonlySet<string>>();
  const reported = new Set<string>();

  async function look(): Promise<void> {
    const { files, failures } = await findLogs(paths, windows, signal);
    for (const failure of failures) report(failure);
    for (const { path, named } of files) {
      if (signal.aborted) return;
      const key = fileKey(path) ?? path;
      const isOpen = [...followed.values()].some((tail) => tail?.key === key);
      if (followed.has(path) || isOpen || read.has(key) || (!named && isRotated(path))) continue;
      await attempt(() => begin(path, key, named));
    }
  }

  async function begin(path: string, key: string, named: boolean): Promise<void> {
    const source = openFileSource(path, options);
    const { kind } = source.content;
    if (kind === "text" && source.live === false && (named || source.size > 0)) {
      source.close();
      // One after the other at first, so that a log's past is read before it.
      await follow(path);
      return;
    }
    if (kind !== "text") read.add(key);
    if (kind === "archive" || kind === "events" || source.live) track(visit(source, false));
    else if (named && kind === "foreign") await visit(source, false);
    else source.close();
  }

  /** A rotated file of a log that is followed was read under the log's own name. */
  function isRotated(path: string): boolean {
    const log = logOf(path);
    return log !== path && followed.has(log);
  }

  /** Follows one path from generation to generation; resolves when the first was read up to its end. */
  async function follow(path: string): Promise<void> {
    hints.watch(dirname(path));
    const copies = () =>
      newFilesOf(path)
        .toReversed()
        .map((copy) => copy.path);
    const tail = new Tail(path, hints, { copies });
    followed.set(path, tail);
    if (!known.has(path)) known.set(path, new Set(rotatedFiles(path).map(({ file }) => file)));
    const again = following.readsAgain === true ? { abandoned: () => tail.leave() } : {};
    track(goOn(path, tail, visitTail(path, tail, again)));
    await tail.caughtUp;
  }

  async function goOn(path: string, tail: Tail, visiting: Promise<void>): Promise<void> {
    const change = await tail.changed;
    if (change !== "replaced") await visiting;
    if (signal.aborted) return;
    if (change === "replaced" || change === "cut") await attempt(() => catchUp(path, tail, change));
    if (change !== "gone" && change !== null && !signal.aborted) await attempt(() => follow(path));
    if (followed.get(path) === tail) followed.delete(path);
  }

  /** Reads what a log was renamed or copied to while another life of it was read. */
  async function catchUp(path: string, tail: Tail, change: TailEnd): Promise<void> {
    const there = rotatedFiles(path);
    const fresh = newFilesOf(path).filter(({ file }) => file !== tail.copy && (change === "cut" || file !== tail.file));
    known.set(path, new Set(there.map(({ file }) => file)));
    for (const { path: past } of fresh) if (!signal.aborted) await attempt(() => readPast(past, tail));
  }

  /** What begins as the log did is a copy of it, of which all but the end was read. */
  async function readPast(path: string, former: Tail): Promise<void> {
    const source = openFileSource(path, options);
    if (source.content.kind !== "text" || former.isBeginningOf(path)) return await visit(source, true);
    source.close();
    const tail = new Tail(path, hints, { isRetired: true });
    visitTail(path, tail);
    await tail.caughtUp;
  }

  function newFilesOf(path: string): RotatedFile[] {
    return rotatedFiles(path).filter(({ file }) => known.get(path)?.has(file) !== true);
  }

  /** A visit may end before it has opened its source, and then nobody else ends the waiting. */
  function visitTail(path: string, tail: Tail, again: Pick<Source, "abandoned"> = {}): Promise<void> {
    return track(visit({ ...sourceOf(path, tail, options), ...again }, false).finally(() => tail.close()));
  }

  function track(work: Promise<void>): Promise<void> {
    visits.add(work);
    return work.finally(() => visits.delete(work));
  }

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      report(error);
    }
  }

  function report(error: WsaError): void {
    const what = `${error.subject}: ${error.message}`;
    if (!reported.has(what)) fail(error);
    reported.add(what);
  }

  setMaxListeners(0, signal);
  for (const source of sources) if (!signal.aborted) track(visit(source, false));
  try {
    while (paths.length > 0 && !signal.aborted) {
      await look();
      await hints.wait(LOOK_EVERY_MS, signal);
    }
    while (visits.size > 0) await Promise.all(visits);
  } finally {
    hints.close();
  }
}

function sourceOf(path: string, tail: Tail, options: FileOptions): Source {
  const { encoding = "auto" } = options;
  return {
    name: nameOfFile(path, options),
    subject: path,
    identity: "content",
    live: true,
    arriving: () => tail.isCaughtUp,
    file: tail.file,
    hint: tail.hint,
    bytesRead: () => tail.bytesRead,
    seek: () => decodedLog(tail, encoding),
    samples: (of) => (of === "log" ? lookAhead(path) : lookAtSiblings(path)),
    before: (most) => endBefore(path, most),
    others: (known) => otherFilesOf(path, known, (other) => openFileSource(other, options)),
    otherAt: (known) => otherFileAt(path, known, (other) => openFileSource(other, options)),
    async open() {
      const decoding = createDecoding(encoding);
      return decoding === null ? tail : pipeline(tail, decoding, () => undefined);
    },
  };
}
