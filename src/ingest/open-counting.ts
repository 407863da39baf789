import { WsaError } from "../error.ts";
import type { Checkpoint } from "../ledger/checkpoint.ts";
import type { Ledger, LedgerOptions } from "../ledger/ledger.ts";
import { continueLedger, openLedger } from "../ledger/open-ledger.ts";
import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { FileHint } from "../log/file-hint.ts";
import type { Source } from "../log/source.ts";
import { readingIn } from "../read/reader-state.ts";
import type { Store } from "../store/store.ts";
import { createBatchingStore } from "./batching-store.ts";
import { countNothing } from "./count-nothing.ts";
import type { Counting } from "./counting.ts";
import type { CountingStore } from "./counting-store.ts";
import { findOtherBeside } from "./find-other.ts";
import type { OnIngestEvent } from "./ingest-event.ts";
import type { IngestTotals } from "./ingest-result.ts";
import { createLogCount, type LogCount } from "./log-count.ts";
import { RunningTotals } from "./running-totals.ts";
import { tryStore } from "./try-store.ts";
import { type WatchedStore, watchCommits } from "./watched-store.ts";

const FLUSH_EVERY_MS = 1000;

/** What counting works with. */
export interface CountingOptions {
  readonly samples: boolean;
  /** Time zone of the clocks. */
  readonly zone: string;
  readonly dateOrder?: DateOrderChoice | undefined;
  readonly onEvent: OnIngestEvent;
  readonly now: () => number;
}

/** Begins a run in a store; without a store, or where that fails, nothing is counted. */
export async function openCounting(store: Store | null, options: CountingOptions): Promise<Counting> {
  let run: number | null = null;
  const begin = async () => {
    run = (await store?.begin(options.now())) ?? null;
  };
  await tryStore(begin, (error) => options.onEvent({ kind: "store-failed", error, final: true }));
  return store === null || run === null ? countNothing() : createCounting(store, run, options);
}

/** Counts into a store whose run has begun. */
export function createCounting(store: CountingStore, run: number, options: CountingOptions): Counting {
  const { onEvent, now } = options;
  const batches = createBatchingStore(store);
  const totals = new RunningTotals(true);
  const open = new Set<LogCount>();
  const read = new Map<string, FileHint[]>();
  const timer = setInterval(() => {
    for (const log of open) log.flush();
  }, FLUSH_EVERY_MS).unref();

  const ledgerOptions = (source: Source, into: WatchedStore): LedgerOptions => ({
    store: into,
    run,
    source: source.name,
    identity: source.identity,
    live: source.live,
    unpacked: source.unpacked,
    file: source.file,
    committed: source.committed,
    abandoned: source.abandoned,
    findOther: findOtherBeside(source),
    samples: options.samples,
    reading: readingIn(options.zone, options.dateOrder),
    now,
  });

  function beginUnknown(source: Source, file: FileHint | null): LogCount {
    const into = watchCommits(batches);
    return count(source, file, openLedger(ledgerOptions(source, into)), into, null);
  }

  /** Remembers a growing file before it has ended, so that its lines can be shown. */
  async function makeKnown({ live, hint, name }: Source): Promise<void> {
    if (!live || !hint) return;
    const files = [{ ...hint, mtimeNs: "" }];
    // Without it, the lines of the file are not shown.
    await tryStore(
      () => store.rememberFiles(name.host, files),
      () => undefined,
    );
  }

  async function begin(source: Source): Promise<LogCount> {
    await makeKnown(source);
    const log = source.seek?.() ?? null;
    const isNumbered = typeof source.identity === "object" && source.identity.isNumbered === true;
    if (log === null && !isNumbered) return beginUnknown(source, null);
    const into = watchCommits(batches);
    try {
      const { ledger } = await continueLedger(ledgerOptions(source, into), log, { fromStart: true });
      return count(source, null, ledger, into, null);
    } catch (error) {
      if (!(error instanceof WsaError)) throw error;
      // What cannot be read or stored is reported when it has to be; only the store knows which records are counted.
      if (!isNumbered) return beginUnknown(source, null);
      onEvent({ kind: "store-failed", error, final: true });
      return await countNothing().begin(source);
    }
  }

  async function resume(source: Source, file: FileHint | null): Promise<LogCount> {
    await makeKnown(source);
    const log = source.seek?.() ?? null;
    const isSequence = typeof source.identity === "object";
    if (log === null && !isSequence) return beginUnknown(source, file);
    const into = watchCommits(batches);
    try {
      const { ledger, start } = await continueLedger(ledgerOptions(source, into), log);
      return count(source, file, ledger, into, start);
    } catch (error) {
      // A fault of the store is reported when it has to be written. Only the store knows where a sequence goes on.
      if (error instanceof WsaError && error.code !== "input" && !isSequence) return beginUnknown(source, file);
      throw error;
    }
  }

  function count(
    source: Source,
    file: FileHint | null,
    ledger: Ledger,
    into: WatchedStore,
    start: Checkpoint | null,
  ): LogCount {
    const log = createLogCount({
      ...{ source, ledger, into, start, onEvent, now },
      settle: batches.settle,
      onEnd(isComplete) {
        open.delete(log);
        totals.add(ledger.counted);
        const isAll = isComplete && source.further?.isEmpty !== false;
        if (file !== null && isAll) remember(source.hintHost ?? source.name.host, file);
      },
    });
    open.add(log);
    return log;
  }

  function remember(host: string, file: FileHint): void {
    const files = read.get(host);
    if (files === undefined) read.set(host, [file]);
    else files.push(file);
  }

  async function close(): Promise<IngestTotals> {
    clearInterval(timer);
    await batches.settle();
    const finish = async () => {
      for (const [host, files] of read) await store.rememberFiles(host, files);
      await store.finish(run, now());
    };
    await tryStore(finish, (error) => onEvent({ kind: "store-failed", error, final: true }));
    return totals;
  }

  return { run, begin, resume, settle: batches.settle, add: (sums) => totals.add(sums), close };
}
