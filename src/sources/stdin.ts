import { PassThrough, pipeline, type Readable } from "node:stream";
import type { Source } from "../log/source.ts";
import { createDecoding, type Encoding } from "./encoding/encoding.ts";
import { unreadable } from "./file/unreadable.ts";

/** How standard input is read. */
export interface StdinOptions {
  /** False when it is redirected from a file. */
  readonly live: boolean;
  readonly host: string;
  /** Without a name each run is a log of its own; with one, the same bytes are the same log. */
  readonly name: string | undefined;
  readonly encoding: Encoding;
}

/** Standard input as a source. */
export function createStdinSource(
  stdin: Readable & { readonly bytesRead?: number },
  { live, host, name, encoding }: StdinOptions,
): Source {
  const subject = "standard input";
  return {
    name: { host, name: name ?? "stdin" },
    subject,
    identity: name === undefined ? "none" : "content",
    live,
    bytesRead: () => stdin.bytesRead ?? 0,
    async open() {
      const explained = new PassThrough({
        destroy: (error: NodeJS.ErrnoException | null, done) =>
          done(error?.syscall === "read" ? unreadable(subject, error) : error),
      });
      const decoding = createDecoding(encoding);
      return pipeline(
        decoding === null ? [stdin, explained] : [stdin, decoding, explained],
        () => undefined,
      ) as PassThrough;
    },
  };
}
