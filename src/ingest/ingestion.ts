import { Writable } from "node:stream";
import { WsaError } from "../error.ts";
import type { Counted } from "../ledger/counted.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Source } from "../log/source.ts";
import { readLog } from "../read/read-log.ts";
import type { Stages } from "../read/stages.ts";
import { isSettled, isUnchanged } from "../sources/file/file-hint.ts";
import { type FileOptions, type FileSource, openFileSource } from "../sources/file/file-source.ts";
import { findLogs, type SkippedFile } from "../sources/file/find-logs.ts";
import { formatError } from "../terminal/format-error.ts";
import { type Io, raise, write } from "../terminal/io.ts";
import type { Counting, LogCount } from "./counting.ts";
import { readingLists, sizeOf } from "./reading-lists.ts";
import type { DueFile, TeamMember, TeamWork } from "./worker-pool.ts";

/** Reads logs into the store, and remembers what became of each. */
export interface Ingestion {
  /** Reads the logs that paths, patterns and folders name; what fails is told, and the rest read. */
  files(inputs: readonly string[]): Promise<void>;
  /** Reads these, one after another. */
  readFiles(files: readonly DueFile[]): Promise<void>;
  source(source: Source): Promise<void>;
  progress(): Progress;
  readonly done: Pick<IngestionFigures, "logs" | "unchanged" | "skipped" | "failed">;
}

/** How far it has come. */
export interface Progress {
  /** Bytes behind it: read, or known to be counted. */
  readonly bytes: number;
  /** How many of them were not read, because they are known to be counted. */
  readonly known: number;
  /** Bytes of all files. */
  readonly total: number;
  readonly occurrences: number;
}

/** What became of everything that was asked for. */
export interface IngestionFigures {
  readonly logs: readonly {
    readonly path: string;
    readonly source: string;
    readonly counted: Counted;
    readonly size: number;
  }[];
  /** Paths of files that were not opened, because all of them was counted and they look as they did then. */
  readonly unchanged: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly failed: readonly SkippedFile[];
}

/** Begins an ingestion; nothing is read yet. */
export function createIngestion(
  io: Io,
  how: {
    readonly options: FileOptions;
    /** Fresh for each log, because a clock follows one log. */
    readonly stages: () => Omit<Stages, "tally">;
    readonly counting: Counting;
    /** Files that were read to their ends, by their resolved paths. */
    readonly known: ReadonlyMap<string, FileHint>;
    /** Look at files, but read nothing of them. */
    readonly dryRun: boolean;
    /** Reads lists of files side by side, the longest first; null where they are read one after another. */
    readonly team: ((lists: readonly (readonly DueFile[])[], here: TeamMember) => Promise<TeamWork>) | null;
  },
): Ingestion {
  const logs: IngestionFigures["logs"][number][] = [];
  const unchanged: string[] = [];
  const skipped: SkippedFile[] = [];
  const failed: SkippedFile[] = [];
  let reading: { readonly file: FileSource | null; readonly log: LogCount } | null = null;
  let total = 0;
  let before = 0;
  let known = 0;
  let occurrences = 0;
  let ofTeam: Omit<Progress, "total"> = { bytes: 0, known: 0, occurrences: 0 };
  /** What becomes of logs that were read and whose counts are not committed yet, in their order. */
  let leaving: Promise<void>[] = [];

  async function files(inputs: readonly string[]): Promise<void> {
    const found = await findLogs(inputs, io.platform === "win32");
    skipped.push(...found.skipped);
    for (const failure of found.failures) await fail(failure.subject, failure);
    total = found.files.reduce((sum, { size }) => sum + size, 0);
    const due = found.files.filter(({ path, size, hint }) => {
      if (hint === null || !isUnchanged(how.known.get(hint.path), hint)) return true;
      unchanged.push(path);
      before += size;
      known += size;
      return false;
    });
    const lists = how.team === null || sizeOf(due) < LEAST_TEAM_BYTES ? [] : readingLists(due);
    if (how.team === null || lists.length < 2) return await readFiles(due);
    const onProgress = (progress: typeof ofTeam) => {
      ofTeam = progress;
    };
    await takeOver(await how.team(lists, { readHere: readFiles, onProgress }), due);
  }

  async function takeOver({ done, totals }: TeamWork, due: readonly DueFile[]): Promise<void> {
    for (const sums of totals) how.counting.add(sums);
    for (const one of done) {
      logs.push(...one.logs);
      skipped.push(...one.skipped);
      failed.push(...one.failed);
    }
    // Of two that are alike, read at the same time, one has left to the other what it could not tell apart.
    const yielded = new Set(logs.filter(({ counted }) => counted.yielded).map(({ path }) => path));
    logs.splice(0, logs.length, ...logs.filter(({ counted }) => !counted.yielded));
    await readFiles(due.filter(({ path }) => yielded.has(path)));
    const order = new Map(due.map(({ path }, at) => [path, at]));
    const placeOf = ({ path }: { readonly path: string }) => order.get(path) ?? -1;
    for (const list of [logs, skipped, failed]) list.sort((a, b) => placeOf(a) - placeOf(b));
  }

  async function readFiles(files: readonly DueFile[]): Promise<void> {
    for (const { path, named } of files) {
      if (io.signal.aborted) break;
      await attempt(path, () => file(path, named));
    }
    await how.counting.settle();
    await Promise.all(leaving);
    leaving = [];
  }

  async function file(path: string, named: boolean): Promise<void> {
    const opened = openFileSource(path, how.options);
    const { content, size } = opened;
    const why = named ? null : content.kind === "foreign" ? content.what : content.kind === "binary" ? "binary" : null;
    if (why !== null) {
      skipped.push({ path, why });
      opened.close();
    } else if (how.dryRun) {
      logs.push({ path, source: opened.name.name, counted: NOTHING, size });
      opened.close();
    } else {
      await read(opened, opened);
    }
    before += size;
  }

  async function read(source: Source, opened: FileSource | null): Promise<void> {
    const hint = opened?.hint ?? null;
    const settled = hint !== null && isSettled(hint, io.now()) ? hint : null;
    const log = await how.counting.resume(source, settled).catch((error) => {
      opened?.close();
      throw error;
    });
    reading = { file: opened, log };
    known += log.start?.position ?? 0;
    let ended = false;
    try {
      await readLog(source, { ...how.stages(), tally: log.tally }, nowhere(), io.signal, log.start);
      ended = !io.signal.aborted;
    } finally {
      reading = null;
      const isListed = ended || io.signal.aborted;
      const note = (counted: Counted) => {
        occurrences += counted.occurrences;
        const size = opened?.size ?? source.bytesRead?.() ?? counted.bytes;
        if (isListed) logs.push({ path: source.subject, source: source.name.name, counted, size });
      };
      if (opened === null) note(await log.end(ended));
      else leaving.push((await log.leave(ended)).counted.then(note));
    }
  }

  async function attempt(subject: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      await fail(subject, error);
    }
  }

  async function fail(path: string, error: WsaError): Promise<void> {
    raise(io, 2);
    failed.push({ path, why: error.message });
    await write(io.stderr, formatError(error, false));
  }

  return {
    files,
    readFiles,
    source: (source) => attempt(source.subject, () => read(source, null)),
    progress: () => ({
      bytes: before + (reading?.file?.bytesRead() ?? 0) + ofTeam.bytes,
      known: known + ofTeam.known,
      total,
      occurrences: occurrences + (reading?.log.met() ?? 0) + ofTeam.occurrences,
    }),
    done: { logs, unchanged, skipped, failed },
  };
}

/** Less is read before a team has come together. */
const LEAST_TEAM_BYTES = 32 * 1024 * 1024;

const NOTHING: Counted = {
  occurrences: 0,
  codes: new Map(),
  lines: 0,
  bytes: 0,
  already: 0,
  lostBytes: 0,
  yielded: false,
};

function nowhere(): Writable {
  return new Writable({ write: (_bytes, _encoding, done) => done() });
}
