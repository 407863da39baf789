import type { ChildProcess } from "node:child_process";
import { PeerGone, type Port } from "./port.ts";

/** The port to a child process with an IPC channel, or from inside it (its `process`) to the parent. */
export function processPort(peer: ChildProcess | NodeJS.Process): Port {
  let end = (_cause: Error) => {};
  const events: NodeJS.EventEmitter = peer;
  return {
    post(message) {
      peer.send?.(message as object, undefined, undefined, (error) => {
        if (error !== null) end(error);
      });
    },
    listen(onMessage, onEnd) {
      end = (cause) => onEnd(new PeerGone(cause.message, { cause }));
      events.on("message", onMessage);
      events.on("error", end);
      events.on("disconnect", () => onEnd(new PeerGone("the process has ended")));
    },
  };
}
