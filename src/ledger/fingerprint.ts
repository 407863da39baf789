import { hash as sha256 } from "node:crypto";
import type { Sequence } from "../log/identity.ts";

/** A hash of some bytes of a log. */
export interface Fingerprint {
  readonly bytes: number;
  /** SHA-256, hexadecimal; of zero bytes: the empty string. */
  readonly hash: string;
}

/** A log is known by this many of its first bytes. */
export const headBytes = 4096;
/** This many bytes before a position must still be the same. */
export const tailBytes = 1024;

/** The fingerprint of a byte string. */
export function fingerprintOf(bytes: string): Fingerprint {
  const hash = bytes === "" ? "" : sha256("sha256", Buffer.from(bytes, "latin1"), "hex");
  return { bytes: bytes.length, hash };
}

/** What takes the place of a head for a sequence: zero bytes, and a hash that only this sequence has. */
export function fingerprintOfSequence({ stream, partition }: Sequence): Fingerprint {
  return { bytes: 0, hash: `sequence:${encodeURIComponent(stream)}#${encodeURIComponent(partition)}` };
}
