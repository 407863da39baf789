import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { IngestArguments } from "../commands/ingest.ts";
import { type Io, raise } from "../terminal/io.ts";
import type { Totals } from "./counting.ts";
import type { IngestionFigures, Progress } from "./ingestion.ts";
import { type Answer, type Ask, answerFor, type CountingStore } from "./remote-store.ts";

/** A file to be read. */
export interface DueFile {
  readonly path: string;
  /** Whether it was asked for by its name. */
  readonly named: boolean;
}

/** What a thread of the team begins with. */
export interface TeamTask {
  readonly args: IngestArguments;
  /** From `store.begin`; null when nothing is counted. */
  readonly run: number | null;
}

/** What the main thread says to one of the team. */
export type Order =
  | { readonly kind: "read"; readonly files: readonly DueFile[] }
  | { readonly kind: "stop" | "end" }
  | Answer;

/** What one of the team says. */
export type Word =
  | Ask
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "idle" }
  | {
      readonly kind: "ended";
      readonly done: IngestionFigures;
      readonly totals: Pick<Totals, "occurrences" | "already" | "codes">;
      readonly exitCode: number;
    };

/** This thread, as one of the team. */
export interface TeamMember {
  readonly readHere: (files: readonly DueFile[]) => Promise<void>;
  /** Told now and then, with the sums over all other threads. */
  readonly onProgress: (progress: Omit<Progress, "total">) => void;
}

/** What the other threads of a team have done. */
export interface TeamWork {
  readonly done: readonly IngestionFigures[];
  readonly totals: readonly Pick<Totals, "occurrences" | "already" | "codes">[];
}

/** Of lines that are read once little grows old: more only makes a thread larger. */
const YOUNG_MIB = 4;

/**
 * Reads files on several threads at once, this one among them: each list of files on one thread and in its order, the
 * long lists first. All counts come to this thread, the only one that writes. Rejects when a thread breaks down.
 */
export async function readInTeam(
  io: Io,
  lists: readonly (readonly DueFile[])[],
  how: TeamMember & {
    readonly jobs: number;
    readonly args: IngestArguments;
    readonly counting: { readonly store: CountingStore; readonly run: number } | null;
  },
): Promise<TeamWork> {
  const left = [...lists];
  const next = () => (io.signal.aborted ? undefined : left.shift());
  const progress = new Map<number, Progress>();
  const task: TeamTask = { args: how.args, run: how.counting?.run ?? null };

  function sumUp(number: number, latest: Progress): void {
    progress.set(number, latest);
    const sum = { bytes: 0, known: 0, occurrences: 0 };
    for (const { bytes, known, occurrences } of progress.values()) {
      sum.bytes += bytes;
      sum.known += known;
      sum.occurrences += occurrences;
    }
    how.onProgress(sum);
  }

  async function work(number: number): Promise<Extract<Word, { kind: "ended" }>> {
    const worker = new Worker(workerPath(), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    const say = (order: Order) => worker.postMessage(order);
    const stop = () => say({ kind: "stop" });
    io.signal.addEventListener("abort", stop);
    try {
      return await new Promise((resolve, reject) => {
        worker.once("error", reject);
        worker.once("exit", (code) => reject(new Error(`a reading thread ended with ${code}`)));
        worker.on("message", (word: Word) => {
          if (word.kind === "ended") resolve(word);
          else if (word.kind === "progress") sumUp(number, word.progress);
          else if (word.kind === "idle") {
            const files = next();
            say(files === undefined ? { kind: "end" } : { kind: "read", files });
          } else answerFor((how.counting as { store: CountingStore }).store, word).then(say, reject);
        });
      });
    } finally {
      io.signal.removeEventListener("abort", stop);
      await worker.terminate();
    }
  }

  async function workHere(): Promise<void> {
    for (let files = next(); files !== undefined; files = next()) await how.readHere(files);
  }

  const others = Array.from({ length: Math.min(how.jobs, lists.length) - 1 }, (_, number) => work(number));
  const [, ...ended] = await Promise.all([workHere(), ...others]);
  for (const { exitCode } of ended) if (exitCode > 0) raise(io, exitCode as 1 | 2);
  return { done: ended.map(({ done }) => done), totals: ended.map(({ totals }) => totals) };
}

function workerPath(): string {
  const beside = import.meta.url.endsWith(".ts") ? "../../dist/ingest/ingest-worker.js" : "./ingest-worker.js";
  return fileURLToPath(new URL(beside, import.meta.url));
}
