import type { CountKind, CountPlace } from "../count-rows.ts";

/** The tables of counts, and the column that they have besides the generation, the minute, the code and n. */
export const countTables = [
  { kind: "counts", subject: null },
  { kind: "endpoints", subject: "endpoint" },
  { kind: "operations", subject: "operation" },
] as const satisfies readonly { readonly kind: CountKind; readonly subject: string | null }[];

type CountTable = (typeof countTables)[number];

/** Something for each table, by the kind of its counts. */
export function eachTable<Made>(make: (table: CountTable) => Made): Record<CountKind, Made> {
  const [counts, endpoints, operations] = countTables;
  return { counts: make(counts), endpoints: make(endpoints), operations: make(operations) };
}

/** The condition for a row of a generation; `placeValues` are its values. */
export function atPlace({ subject }: CountTable): string {
  return `generation_id = ? AND minute = ? AND code = ?${subject === null ? "" : ` AND ${subject} = ?`}`;
}

/** The values of the first columns of a row. */
export function placeValues(generation: number, { kind, minute, code, subject }: CountPlace): (string | number)[] {
  return kind === "counts" ? [generation, minute, code] : [generation, minute, code, subject];
}

/** Writes a row with `n` last; `update` is what happens to the n of a row that is there. */
export function upsertInto({ kind, subject }: CountTable, update: string): string {
  return `INSERT INTO ${kind} VALUES (${subject === null ? "?, ?, ?, ?" : "?, ?, ?, ?, ?"})
    ON CONFLICT DO UPDATE SET n = ${update}`;
}
