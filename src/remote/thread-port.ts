import type { MessagePort, Worker } from "node:worker_threads";
import { PeerGone, type Port } from "./port.ts";

/** The port to a worker thread (its `Worker`), or from inside it to the main thread (its `parentPort`). */
export function threadPort(thread: Worker | MessagePort): Port {
  return {
    post: (message) => thread.postMessage(message),
    listen(onMessage, onEnd) {
      thread.on("message", onMessage);
      thread.on("error", onEnd);
      thread.on("exit", (code) => onEnd(new PeerGone(`the thread ended with ${code}`)));
    },
  };
}
