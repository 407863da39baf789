import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Entry } from "../catalogue/entry.ts";
import { storeAddressOf } from "../commands/options/store.ts";
import { WsaError } from "../error.ts";
import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { Counted } from "../ledger/counted.ts";
import type { Ledger, LedgerOptions } from "../ledger/ledger.ts";
import { continueLedger, openLedger } from "../ledger/open-ledger.ts";
import type { Tally } from "../ledger/tally.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Source } from "../log/source.ts";
import { readingIn } from "../read/reader-state.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import type { CatalogueRow } from "../store/store-options.ts";
import { formatError } from "../terminal/format-error.ts";
import { type Io, raise, write } from "../terminal/io.ts";
import { version } from "../version.ts";
import { createGroup } from "./batching-store.ts";
import type { CountingStore } from "./remote-store.ts";

const FLUSH_EVERY_MS = 1000;

/** Counts what one command reads, any number of logs at a time, committed every second and at their ends. */
export interface Counting {
  /** Begins a log; the file that it is in, if any, is remembered when all of it is counted and the run ends. */
  begin(source: Source, file?: FileHint | null): LogCount;
  /** The same, but where the log was left, if that can be told; rejects with the source's WsaError. */
  resume(source: Source, file: FileHint | null): Promise<LogCount>;
  /** Commits what the logs have handed over. */
  settle(): Promise<void>;
  /** Takes over what other threads have counted into the same store. */
  add(totals: Pick<Totals, "occurrences" | "already" | "codes">): void;
  /** What other threads count into; null when nothing is counted. */
  readonly into: { readonly store: CountingStore; readonly run: number } | null;
  /** Ends the run and returns what was counted over all logs. */
  close(): Promise<Totals>;
}

/** One log on its way into the store. */
export interface LogCount {
  readonly tally: Tally;
  /** Where reading has to begin; null: at the beginning. */
  readonly start: Checkpoint | null;
  /** Occurrences met up to the last commit, new or not. */
  met(): number;
  /**
   * Ends the log; `ended` is false when reading was broken off. Never rejects: what fails is told and raises the exit
   * code.
   */
  end(ended: boolean): Promise<Counted>;
  /**
   * The same, but resolves when the log's last batch is handed over: it may wait for those of other logs, until
   * `settle` at the latest, while the next log is read.
   */
  leave(ended: boolean): Promise<{ readonly counted: Promise<Counted> }>;
}

/** Figures for the closing message. */
export interface Totals {
  /** Where it was counted; null when it was not. */
  readonly store: string | null;
  readonly occurrences: number;
  /** Occurrences of each code that was met anew. */
  readonly codes: ReadonlyMap<number, number>;
  /** Occurrences that an earlier run had counted. */
  readonly already: number;
}

/**
 * Opens the store and begins a run. A store that cannot be used does not stop the log from going by: the failure is
 * told, the exit code raised, and nothing is counted.
 */
export async function openCounting(
  io: Io,
  option: string | false | undefined,
  catalogue: Catalogue,
  {
    samples = true,
    zone,
  }: {
    readonly samples?: boolean;
    /** The time zone of the clocks. */
    readonly zone: string;
  },
): Promise<Counting> {
  if (option === false) return countNothing();
  const path = storeAddressOf(io, option);
  try {
    const store = await openStore(path, { codes: catalogue.entries.map(toCodeRow), version });
    return countInto(io, path, { store, run: await store.begin(io.now()), samples, reading: readingIn(zone) });
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    raise(io, 2);
    await write(io.stderr, formatError(error, false));
    return countNothing();
  }
}

/** Counts into an open store, whose run has begun. */
export function countInto(
  io: Io,
  path: string,
  options: Required<Pick<LedgerOptions, "run" | "samples" | "reading">> & {
    readonly store: CountingStore;
    /** Other threads of this run read too: what one leaves to another is read again and needs no word. */
    readonly inTeam?: boolean;
  },
): Counting {
  const { store, run } = options;
  const group = createGroup(store);
  const sums = new Summing();
  const flushes = new Set<() => Promise<void>>();
  const read = new Map<string, FileHint[]>();
  const timer = setInterval(() => {
    for (const flush of flushes) flush();
  }, FLUSH_EVERY_MS);

  const ledgerOptionsOf = ({ name, identity, live }: Source, into: LedgerOptions["store"]): LedgerOptions => ({
    ...options,
    store: into,
    source: name,
    identity,
    live,
    now: io.now,
  });

  function begin(source: Source, file: FileHint | null = null): LogCount {
    const into = handingOver(group);
    return count(source, file, openLedger(ledgerOptionsOf(source, into)), into, null);
  }

  async function resume(source: Source, file: FileHint | null): Promise<LogCount> {
    const log = source.seek?.() ?? null;
    if (log === null) return begin(source, file);
    const into = handingOver(group);
    try {
      const { ledger, start } = await continueLedger(ledgerOptionsOf(source, into), log);
      return count(source, file, ledger, into, start);
    } catch (error) {
      // What is wrong with the store is told when it has to be written.
      if (error instanceof WsaError && error.code !== "input") return begin(source, file);
      throw error;
    }
  }

  function count(
    source: Source,
    file: FileHint | null,
    ledger: Ledger,
    into: HandingOver,
    start: Checkpoint | null,
  ): LogCount {
    const { name, subject, live, whole = false, arriving = () => live } = source;
    let told = false;
    let flushing: Promise<void> | null = null;
    const flush = async () => {
      flushing ??= flushOnce();
      await flushing;
      flushing = null;
    };
    const flushOnce = async () => {
      told = (await tellFailure(io, () => ledger.flush(), { last: false, told })) || told;
    };
    if (!whole) flushes.add(flush);

    async function finish(ended: boolean): Promise<Counted> {
      flushes.delete(flush);
      const close = () => (whole && !ended ? ledger.abandon() : ledger.close({ ended }));
      const failed = await tellFailure(io, close, { last: true, told });
      if (file !== null && ended && !failed && !ledger.counted.yielded) remember(name.host, file);
      sums.add(ledger.counted);
      const { counted } = ledger;
      await tellLosses(io, subject, options.inTeam === true ? { ...counted, yielded: false } : counted);
      return counted;
    }

    async function leave(ended: boolean): Promise<{ readonly counted: Promise<Counted> }> {
      if (flushing !== null) {
        // It may wait for the batches of other logs.
        group.settle();
        await flushing;
      }
      const handedOver = into.next();
      const counted = finish(ended);
      await Promise.race([handedOver, counted]);
      return { counted };
    }

    return {
      start,
      tally: live ? stampArrivals(ledger, arriving, io.now) : ledger,
      met: () => ledger.counted.occurrences + ledger.counted.already,
      leave,
      async end(ended) {
        const { counted } = await leave(ended);
        await group.settle();
        return await counted;
      },
    };
  }

  function remember(host: string, file: FileHint): void {
    const files = read.get(host);
    if (files === undefined) read.set(host, [file]);
    else files.push(file);
  }

  async function close(): Promise<Totals> {
    clearInterval(timer);
    await group.settle();
    const finish = async () => {
      for (const [host, files] of read) await store.rememberFiles(host, files);
      await store.finish(run, io.now());
    };
    await tellFailure(io, finish, { last: true, told: false });
    await store.close();
    return { store: path, ...sums };
  }

  return { begin, resume, settle: group.settle, add: (totals) => sums.add(totals), into: { store, run }, close };
}

/** A way into the store that tells when the next batch has gone into it. */
interface HandingOver extends Pick<Store, "generationsFor" | "commit"> {
  next(): Promise<void>;
}

function handingOver(store: Pick<Store, "generationsFor" | "commit">): HandingOver {
  let tell = () => {};
  return {
    generationsFor: store.generationsFor,
    commit(batch) {
      const committed = store.commit(batch);
      tell();
      return committed;
    },
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  };
}

/** Lines without any time that are read as they are written get the time of their arrival. */
function stampArrivals(tally: Tally, arriving: () => boolean, now: () => number): Tally {
  return {
    pass: (bytes, lineEnds) => tally.pass(bytes, lineEnds),
    reached: (offset) => tally.reached?.(offset),
    follow: (state) => tally.follow?.(state),
    record: (bytes, line, codes) =>
      tally.record(bytes, line.time === null && arriving() ? { ...line, time: now() } : line, codes),
  };
}

/** Does what may fail and resolves to whether a failure was told. */
async function tellFailure(
  io: Io,
  work: () => Promise<void>,
  { last, told }: { readonly last: boolean; readonly told: boolean },
): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    // What could not be written stays in memory and is tried again; only the end of the log is the end of hope.
    if (last) raise(io, 2);
    if (!told || last) await write(io.stderr, formatError(error, false));
    return true;
  }
}

async function tellLosses(io: Io, subject: string, { lostBytes, yielded }: Counted): Promise<void> {
  if (lostBytes > 0) {
    await write(
      io.stderr,
      `wsa-annotate: ${subject}: was cut or rewritten since it was last read; ${lostBytes} bytes that were counted are gone\n`,
    );
  }
  if (yielded) {
    await write(
      io.stderr,
      `wsa-annotate: ${subject}: another process counts this log; what it leaves, the next run counts\n`,
    );
  }
}

/** Remembers only what the closing message needs. */
export function countNothing(): Counting {
  const sums = new Summing();
  const settle = async () => undefined;
  const begin = (): LogCount => {
    const codes = new Map<number, number>();
    const counted = { occurrences: 0, codes, lines: 0, bytes: 0, already: 0, lostBytes: 0, yielded: false };
    return {
      start: null,
      tally: {
        pass(bytes, lineEnds) {
          counted.bytes += bytes.length;
          counted.lines += lineEnds;
        },
        record(bytes, _line, named) {
          counted.bytes += bytes.length;
          if (bytes.endsWith("\n")) counted.lines++;
          counted.occurrences += named.length;
          for (const code of named) codes.set(code, (codes.get(code) ?? 0) + 1);
        },
      },
      met: () => counted.occurrences,
      async end() {
        sums.add(counted);
        return counted;
      },
      async leave() {
        return { counted: this.end(true) };
      },
    };
  };
  return {
    begin,
    resume: async () => begin(),
    settle,
    add: (totals) => sums.add(totals),
    into: null,
    close: async () => ({ store: null, ...sums }),
  };
}

/** Sums up logs. */
class Summing {
  occurrences = 0;
  already = 0;
  readonly codes = new Map<number, number>();

  add(counted: Pick<Totals, "occurrences" | "already" | "codes">): void {
    this.occurrences += counted.occurrences;
    this.already += counted.already;
    for (const [code, n] of counted.codes) this.codes.set(code, (this.codes.get(code) ?? 0) + n);
  }
}

/** An entry as the store knows it. */
export function toCodeRow({ code, name, category, retryable, title }: Entry): CatalogueRow {
  return { code, name, category, retryable, title_en: title.en, title_zh: title.zh };
}
