/** A value in an answer to SQL: integers beyond 2^53 are strings of digits, bytes are `x'…'`. */
export type Value = string | number | null;

/** A part of an answer to SQL; an answer without rows is one page without rows. */
export interface Page {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}
