import type { Counts } from "../ledger/counts.ts";

/** The three kinds of counts, which are also the names of their tables. */
export type CountKind = "counts" | "endpoints" | "operations";

/** Occurrences of a code in a minute: all, those towards an endpoint, or those in an operation. */
export interface CountRow {
  readonly kind: CountKind;
  /** Unix seconds, 0 when unknown; see also `isWholeDay`. */
  readonly minute: number;
  readonly code: number;
  /** Endpoint or operation; "" for counts. */
  readonly subject: string;
  readonly n: number;
}

/** Where occurrences are counted. */
export type CountPlace = Omit<CountRow, "n">;

/** Counts as rows of one shape. */
export function toCountRows({ minutes, endpoints, operations }: Counts): CountRow[] {
  return [
    ...minutes.map(({ minute, code, n }): CountRow => ({ kind: "counts", minute, code, subject: "", n })),
    ...endpoints.map(
      ({ minute, code, endpoint, n }): CountRow => ({ kind: "endpoints", minute, code, subject: endpoint, n }),
    ),
    ...operations.map(
      ({ minute, code, operation, n }): CountRow => ({ kind: "operations", minute, code, subject: operation, n }),
    ),
  ];
}

/** The way back; the rows of each kind stay in their order. */
export function toCounts(rows: readonly CountRow[]): Counts {
  const of = (wanted: CountKind) => rows.filter(({ kind }) => kind === wanted);
  return {
    minutes: of("counts").map(({ minute, code, n }) => ({ minute, code, n })),
    endpoints: of("endpoints").map(({ minute, code, subject, n }) => ({ minute, code, endpoint: subject, n })),
    operations: of("operations").map(({ minute, code, subject, n }) => ({ minute, code, operation: subject, n })),
  };
}

/** A text that only this place has. */
export function keyOfPlace({ kind, minute, code, subject }: CountPlace): string {
  return `${kind} ${minute} ${code} ${subject}`;
}
