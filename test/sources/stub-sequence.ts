import type { Source } from "../../src/log/source.ts";
import type { TestLog } from "./contract.ts";
import { linesCut } from "./lines-cut.ts";

/** A partition of a broker in memory: a source whose position is a sequence. It waits at its end for more. */
export function stubSequence(partition: string): TestLog {
  /** Offsets grow, with gaps. */
  const messages: { readonly offset: number; readonly bytes: Buffer }[] = [];
  let next = 3;

  const source: Source = {
    name: { host: "broker", name: "logs" },
    subject: "stub://broker/logs",
    identity: { stream: "logs", partition },
    live: true,
    open: () => Promise.reject(new Error("a sequence has messages")),
    async *messages(from, signal) {
      for (const message of messages) {
        if (signal.aborted) return;
        if (message.offset < from) continue;
        yield message;
        // Delivered at least once.
        if (message.offset % 2 === 0) yield message;
      }
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
    },
  };

  return {
    write(lines, cuts) {
      for (const [index, bytes] of linesCut(lines, cuts).entries()) {
        if (bytes.length > 0) messages.push({ offset: next, bytes });
        next += 1 + (index % 2);
      }
    },
    read: (visit) => visit(source),
    bytesFrom: (position) =>
      messages.filter(({ offset }) => offset >= position).reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}
