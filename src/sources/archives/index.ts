// Compressed logs. Each file here unpacks one format; which one it is, the first bytes of a log tell, never its name.
// Unpacking fails when an archive is broken or breaks off. The smallest to copy is gzip.ts.
import { gzip } from "./gzip.ts";
import { xz } from "./xz.ts";
import { zstd } from "./zstd.ts";

/** A way to compress a single log. */
export interface Archive {
  readonly name: string;
  /** A byte string that every file of this kind begins with. */
  readonly magic: string;
  /** What the first bytes of a file unpack to, as far as they do; null when they are broken. */
  peek?(head: Uint8Array): Uint8Array | null;
  /** Unpacks one file, member after member, no faster than its pieces are taken. */
  unpack(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** The formats that are read. */
export const archives: readonly Archive[] = [gzip, xz, zstd];
