import type { Sequence } from "../log/identity.ts";

/** What a log is looked up by: a byte string of its first bytes (up to 4 KiB), or the sequence that it is. */
export type LogKey = string | Sequence;
