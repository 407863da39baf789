import type { Wording } from "../wording.ts";

/** A row of a file, not checked yet. */
export interface RawRow {
  readonly value: unknown;
  /** The 1-based line of a part of the value, by its path in it; of the row for an empty one. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Codes that a file may have: logs are searched for all of them. */
export const MOST_ROWS = 10_000;

/** What a file holds, or why it cannot be read at all. */
export type RawFile =
  | { readonly heading: unknown; readonly rows: readonly RawRow[] }
  | { readonly line: number; readonly unreadable: Wording };
