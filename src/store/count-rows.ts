import type { Counts } from "../ledger/counts.ts";

/** The three kinds of counts, which are also the names of their tables. */
export type CountKind = "counts" | "endpoints" | "operations";

/** Occurrences of a code in a minute, or on a day towards an endpoint or in an operation. */
export interface CountRow {
  readonly kind: CountKind;
  /** Minute or day. */
  readonly time: number;
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
    ...minutes.map(({ minute, code, n }): CountRow => ({ kind: "counts", time: minute, code, subject: "", n })),
    ...endpoints.map(
      ({ day, code, endpoint, n }): CountRow => ({ kind: "endpoints", time: day, code, subject: endpoint, n }),
    ),
    ...operations.map(
      ({ day, code, operation, n }): CountRow => ({ kind: "operations", time: day, code, subject: operation, n }),
    ),
  ];
}

/** The way back; the rows of each kind stay in their order. */
export function toCounts(rows: readonly CountRow[]): Counts {
  const of = (wanted: CountKind) => rows.filter(({ kind }) => kind === wanted);
  return {
    minutes: of("counts").map(({ time, code, n }) => ({ minute: time, code, n })),
    endpoints: of("endpoints").map(({ time, code, subject, n }) => ({ day: time, code, endpoint: subject, n })),
    operations: of("operations").map(({ time, code, subject, n }) => ({ day: time, code, operation: subject, n })),
  };
}

/** A text that only this place has. */
export function keyOfPlace({ kind, time, code, subject }: CountPlace): string {
  return `${kind} ${time} ${code} ${subject}`;
}
