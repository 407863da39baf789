// What a reading thread of `ingest` runs: it reads the files that it is given and counts them into the main thread's store.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { connect, type Remote } from "../remote/connect.ts";
import { threadPort } from "../remote/thread-port.ts";
import { countNothing } from "./count-nothing.ts";
import { remoteStore } from "./counting-store.ts";
import type { IngestEvent } from "./ingest-event.ts";
import { LogReader } from "./log-reader.ts";
import { createCounting } from "./open-counting.ts";
import { toPlainEvent } from "./plain-event.ts";
import type { MainMethods, WorkerMethods, WorkerTask } from "./worker-pool.ts";

const PROGRESS_EVERY_MS = 200;

const { reading, run } = workerData as WorkerTask;
const { samples = true, zone, dateOrder } = reading;
const stopping = new AbortController();
const now = Date.now;

const main: Remote<MainMethods> = connect<MainMethods>(threadPort(parentPort as MessagePort), {
  read: (files) => reader.files(files),
  stop: () => stopping.abort(),
  async end() {
    clearInterval(timer);
    const totals = await counting.close();
    reportProgress();
    return { ...totals };
  },
} satisfies WorkerMethods);

const onEvent = (event: IngestEvent) => void main.call("report", toPlainEvent(event));
const counting =
  run === null ? countNothing() : createCounting(remoteStore(main), run, { samples, zone, dateOrder, onEvent, now });
const reader = new LogReader({ reading, counting, onEvent, signal: stopping.signal, now });
const reportProgress = () => onEvent({ kind: "progress", progress: { ...reader.progress, total: 0 } });
const timer = setInterval(reportProgress, PROGRESS_EVERY_MS);
