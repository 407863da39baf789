import type { Worker } from "node:worker_threads";
import { connect } from "../remote/connect.ts";
import { startThread } from "../remote/start-part.ts";
import { threadPort } from "../remote/thread-port.ts";
import { type CountingStore, type StoreMethods, storeMethods } from "./counting-store.ts";
import type { IngestProgress, OnIngestEvent } from "./ingest-event.ts";
import type { ReadingOptions } from "./ingest-options.ts";
import type { IngestTotals } from "./ingest-result.ts";
import type { DueFile } from "./log-reader.ts";
import { fromPlainEvent, type PlainEvent } from "./plain-event.ts";

/** What a worker thread begins with; plain data. */
export interface WorkerTask {
  readonly reading: ReadingOptions;
  /** From `store.begin`; null when nothing is counted. */
  readonly run: number | null;
}

/** What a worker thread offers. */
export type WorkerMethods = {
  /** Reads files, one after another. */
  read(files: readonly DueFile[]): Promise<void>;
  /** Breaks off what is being read. */
  stop(): void;
  /** Ends the counting of this thread. */
  end(): Promise<IngestTotals>;
};

/** What the main thread offers to a worker thread. */
export type MainMethods = StoreMethods & { report(event: PlainEvent): void };

/** What a pool works with. */
export interface WorkerPoolOptions extends WorkerTask {
  /** The store that all threads count into; unused when there is no run. */
  readonly store: CountingStore | null;
  /** Threads that read, this one among them. */
  readonly jobs: number;
  readonly onEvent: OnIngestEvent;
  readonly signal: AbortSignal;
}

/** MiB for young objects; lines are read and forgotten, so that more would only make a thread larger. */
const YOUNG_MIB = 4;

/**
 * Reads files on several threads at once, this one among them. All counts come to this thread, the only one that writes
 * the store, and so do all events.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #progress = new Map<Worker, Omit<IngestProgress, "total">>();

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** The sums over all other threads. */
  get progress(): Omit<IngestProgress, "total"> {
    const sum = { bytes: 0, known: 0, occurrences: 0 };
    for (const { bytes, known, occurrences } of this.#progress.values()) {
      sum.bytes += bytes;
      sum.known += known;
      sum.occurrences += occurrences;
    }
    return sum;
  }

  /**
   * Reads lists of files, each on one thread and in its order, the first lists first; `readHere` reads one on this
   * thread. Resolves to what each other thread counted; rejects when a thread breaks down.
   */
  async read(
    lists: readonly (readonly DueFile[])[],
    readHere: (files: readonly DueFile[]) => Promise<void>,
  ): Promise<readonly IngestTotals[]> {
    const { jobs, signal } = this.#options;
    const left = [...lists];
    const next = () => (signal.aborted ? undefined : left.shift());
    const readAll = async () => {
      for (let files = next(); files !== undefined; files = next()) await readHere(files);
    };
    const others = Array.from({ length: Math.min(jobs, lists.length) - 1 }, () => this.#readOnThread(next));
    const [, ...totals] = await Promise.all([readAll(), ...others]);
    return totals;
  }

  async #readOnThread(next: () => readonly DueFile[] | undefined): Promise<IngestTotals> {
    const { reading, run, signal } = this.#options;
    const worker = startThread("ingest/ingest-worker", {
      workerData: { reading, run } satisfies WorkerTask,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    const thread = connect<WorkerMethods>(threadPort(worker), this.#methodsFor(worker));
    const stop = () => thread.call("stop").catch(() => undefined);
    signal.addEventListener("abort", stop);
    try {
      for (let files = next(); files !== undefined; files = next()) await thread.call("read", files);
      return await thread.call("end");
    } finally {
      signal.removeEventListener("abort", stop);
      await worker.terminate();
    }
  }

  #methodsFor(worker: Worker): Partial<MainMethods> {
    const { store, onEvent } = this.#options;
    return {
      ...(store !== null && storeMethods(store)),
      report: (plain) => {
        const event = fromPlainEvent(plain);
        if (event.kind === "progress") this.#progress.set(worker, event.progress);
        else onEvent(event);
      },
    };
  }
}
