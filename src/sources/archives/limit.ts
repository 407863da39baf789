import { Transform } from "node:stream";
import { WsaError } from "../../error.ts";
import { say, type Wording } from "../../wording.ts";
import type { Archive } from "./archive.ts";

/** Logs that unpack to more than this are refused unless a limit is given. */
const DEFAULT_MAX_UNPACKED_BYTES = 64 * 2 ** 30;

/** No log shrinks to less than a thousandth, but archives made to fill a disk do. Checked after the first gigabyte. */
const MAX_RATIO = 1000;
const RATIO_FROM_BYTES = 2 ** 30;

/**
 * Fails once an archive unpacks to more than a log could.
 *
 * @param packedBytes how many bytes of the archive were read so far.
 * @param maxBytes null for the default limit and a limit on the ratio.
 */
export function limitUnpacked(subject: string, packedBytes: () => number, maxBytes: number | null): Transform {
  const most = maxBytes ?? DEFAULT_MAX_UNPACKED_BYTES;
  let unpacked = 0;
  return new Transform({
    transform(bytes: Uint8Array, _, done) {
      unpacked += bytes.length;
      const ratio = unpacked / Math.max(1, packedBytes());
      if (unpacked > most) {
        done(tooLarge(subject, most));
      } else if (maxBytes === null && unpacked > RATIO_FROM_BYTES && ratio > MAX_RATIO) {
        done(refusal(subject, say`unpacks to more than ${MAX_RATIO} times its size`));
      } else {
        done(null, bytes);
      }
    },
  });
}

/** The error for an archive that holds more than `most` bytes. */
export function tooLarge(subject: string, most: number): WsaError {
  return refusal(subject, say`unpacks to more than ${most} bytes`);
}

/** The error for an archive that cannot be unpacked to its end. */
export function brokenArchive({ name }: Archive, subject: string, cause: unknown): WsaError {
  return new WsaError("input", subject, say`is a broken or unfinished ${name} archive; nothing of it was counted`, {
    hint: say`check it with ${name} -t, and read it again once it is whole`,
    cause,
  });
}

function refusal(subject: string, what: Wording): WsaError {
  return new WsaError("input", subject, say`${what}; nothing of it was counted`, {
    hint: say`if it really is a log, allow more with --max-decompressed`,
  });
}
