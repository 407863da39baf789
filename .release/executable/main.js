// What a single executable begins with: the program, or the part of it that another one has started.
import { isMainThread } from "node:worker_threads";
import { PART } from "./start-part.js";

const parts = {
  "ingest/ingest-worker": () => import("../../src/ingest/ingest-worker.ts"),
  "ingest/scan-worker": () => import("../../src/ingest/scan-worker.ts"),
  "store/sqlite/query-child": () => import("../../src/store/sqlite/query-child.ts"),
};

const named = isMainThread ? process.argv.slice(2) : process.argv.slice(-2);
const part = named[0] === PART ? parts[named[1]] : undefined;
void (part ?? (() => import("../../src/cli.ts")))();
