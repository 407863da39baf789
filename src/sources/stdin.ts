import type { Readable } from "node:stream";
import type { Source } from "./index.ts";

/**
 * Standard input as a source. Without a name each run is a log of its own; with one, the same bytes are the same log.
 *
 * @param live false when it is redirected from a file.
 */
export function createStdinSource(stdin: Readable, live: boolean, host: string, name: string | undefined): Source {
  return {
    name: { host, name: name ?? "stdin" },
    subject: "standard input",
    identity: name === undefined ? "none" : "content",
    live,
    async open() {
      return stdin.setEncoding("latin1");
    },
  };
}
