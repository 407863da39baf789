import { write } from "node:fs";
import { Writable } from "node:stream";

/** While the reader of the pipe has its turn, so much more may be got ready for it. */
const WAITING_BYTES = 1024 * 1024;

/**
 * Creates an output for a pipe, which another thread writes: the next block is read meanwhile. Node's own output for
 * pipes hands on 64 KiB whenever nothing else is to be done. A pipe that does not wait for its reader is left to `other`.
 */
export function createPipeOutput(fd: number, other: () => Writable): Writable {
  let instead: Writable | null = null;

  function send(bytes: Buffer, done: (error: Error | null | undefined) => void): void {
    if (instead !== null) {
      instead.write(bytes, done);
      return;
    }
    write(fd, bytes, 0, bytes.length, null, (error, written) => {
      if (error?.code === "EAGAIN") {
        instead = other();
        send(bytes, done);
      } else if (error === null && written < bytes.length) send(bytes.subarray(written), done);
      else done(error);
    });
  }

  return new Writable({
    highWaterMark: WAITING_BYTES,
    write: (bytes: Buffer, _encoding, done) => send(bytes, done),
    writev: (pieces, done) => send(Buffer.concat(pieces.map(({ chunk }) => chunk)), done),
  });
}
