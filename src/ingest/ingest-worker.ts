// What a reading thread of `ingest` runs: it reads the files that it is given and counts them into the main thread's store.
import { homedir, hostname } from "node:os";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { openIngestion } from "../commands/ingest.ts";
import { readingIn } from "../read/reader-state.ts";
import type { Io } from "../terminal/io.ts";
import { countInto, countNothing } from "./counting.ts";
import { askStore } from "./remote-store.ts";
import type { Order, TeamTask, Word } from "./worker-pool.ts";

const PROGRESS_EVERY_MS = 200;

const port = parentPort as MessagePort;
const { args, run } = workerData as TeamTask;
const stopping = new AbortController();
const store = askStore(port);
const say = (word: Word) => port.postMessage(word);

const io: Io = {
  stdin: process.stdin,
  stdinIsLive: false,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  hostname: hostname(),
  cores: 1,
  now: Date.now,
  signal: stopping.signal,
  exitCode: 0,
};

const { ingestion, counting } = await openIngestion(io, args, {
  count: async ({ zone }) =>
    run === null
      ? countNothing()
      : countInto(io, "", { store, run, samples: args.samples, reading: readingIn(zone), inTeam: true }),
  known: async () => new Map(),
  jobs: 1,
});
const timer = setInterval(() => say({ kind: "progress", progress: ingestion.progress() }), PROGRESS_EVERY_MS);

port.on("message", (order: Order) => {
  if (order.kind === "answer") store.take(order);
  else if (order.kind === "stop") stopping.abort();
  else if (order.kind === "end") end();
  else if (order.kind === "read") ingestion.readFiles(order.files).then(() => say({ kind: "idle" }), fail);
});
say({ kind: "idle" });

function end(): void {
  clearInterval(timer);
  counting.close().then((totals) => {
    say({ kind: "progress", progress: ingestion.progress() });
    say({ kind: "ended", done: ingestion.done, totals, exitCode: io.exitCode });
  }, fail);
}

/** A bug, for the main thread to show. */
function fail(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
