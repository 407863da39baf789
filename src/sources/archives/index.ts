// Compressed logs. Each file here unpacks one format, which is recognised by the first bytes of a log, never by its name.
// Unpacking fails when an archive is broken or breaks off. The smallest to copy is gzip.ts.
import type { Archive } from "./archive.ts";
import { gzip } from "./gzip.ts";
import { xz } from "./xz.ts";
import { zstd } from "./zstd.ts";

/** The formats that are read. */
export const archives: readonly Archive[] = [gzip, xz, zstd];
