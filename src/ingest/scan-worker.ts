// What a scanning thread of `ingest` runs: it reads, decodes and sieves one file, and sends the main thread what it
// finds, part by part. It waits for the memory of a part to come back before it fills it again.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { createCutter } from "../read/cutter.ts";
import { sieveFor } from "../read/literals.ts";
import { createVisitRecorder } from "../read/visits.ts";
import { toPlainError } from "../remote/plain-error.ts";
import { createMender } from "../sources/encoding/mender.ts";
import { createFileBlocks } from "../sources/file/file-blocks.ts";
import type { ScanMessage, ScanTask } from "./scan-on-thread.ts";

const BLOCK_BYTES = 256 * 1024;
const PART_BYTES = 1024 * 1024;
const PARTS = 3;

const main = parentPort as MessagePort;
const { fd, path, from, mends, entries } = workerData as ScanTask;
const mender = mends ? createMender(from > 0) : null;
const blocks = createFileBlocks(fd, path, mender, from);
const recorder = createVisitRecorder();
const cutter = createCutter(sieveFor(entries), recorder);
const free = Array.from({ length: PARTS }, () => new Uint8Array(2 * PART_BYTES));
let isEnded = false;

function scan(): void {
  for (let memory = free.pop(); memory !== undefined && !isEnded; memory = free.pop()) {
    recorder.use(memory);
    while (recorder.bytes < PART_BYTES && !isEnded) readBlock();
    const visits = recorder.take();
    const isPlain = mender?.isPlain() !== false;
    const message: ScanMessage = { visits, bytesRead: blocks.bytesRead(), isPlain, isEnded };
    main.postMessage(message, [visits.data.buffer as ArrayBuffer, visits.calls.buffer as ArrayBuffer]);
  }
}

function readBlock(): void {
  const room = cutter.room(BLOCK_BYTES);
  const bytes = blocks.read(room);
  if (bytes === null) {
    cutter.visitRest();
    isEnded = true;
    return;
  }
  if (bytes.buffer !== room.buffer || bytes.byteOffset !== room.byteOffset) cutter.room(bytes.length).set(bytes);
  if (cutter.take(bytes.length) > 0) cutter.visit();
}

function attempt(): void {
  try {
    scan();
  } catch (error) {
    main.postMessage({ error: toPlainError(error) } satisfies ScanMessage);
  }
}

main.on("message", (memory: Uint8Array<ArrayBuffer>) => {
  free.push(memory);
  attempt();
});
attempt();
