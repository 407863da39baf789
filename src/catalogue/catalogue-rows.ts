import { say, type Wording } from "../wording.ts";
import type { CatalogueFileRow, CatalogueProblem } from "./catalogue-file.ts";
import { readCsvRows } from "./csv-rows.ts";
import { readJsonRows } from "./json-rows.ts";
import { checkHeading, checkOverride } from "./override-schema.ts";

/** A row as it stands in a file, not checked yet. */
export interface RawRow {
  readonly value: unknown;
  /** The 1-based line of a part of the value, by its path in it; of the row for an empty one. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** What a file holds, or why it cannot be read at all. */
export type RawFile =
  | { readonly heading: unknown; readonly rows: readonly RawRow[] }
  | { readonly line: number; readonly unreadable: Wording };

/** Reads the rows of a file and checks each by itself. */
export function readRows(
  text: string,
  path: string,
): {
  readonly name: string | null;
  readonly rows: readonly CatalogueFileRow[];
  readonly problems: readonly CatalogueProblem[];
} {
  const raw = /\.csv$/i.test(path) ? readCsvRows(text) : readJsonRows(text);
  if ("unreadable" in raw) return { name: null, rows: [], problems: [{ line: raw.line, what: raw.unreadable }] };
  const problems: CatalogueProblem[] = [];
  const { heading, problem } = checkHeading(raw.heading);
  if (problem !== null) problems.push({ line: 1, what: say`${problem}` });
  const rows = raw.rows.flatMap(({ value, lineOf }, at): CatalogueFileRow[] => {
    const { override, issues } = checkOverride(value);
    for (const { path: place, message } of issues)
      problems.push({ line: lineOf(place), what: say`${placeOf(at, place)}: ${message}` });
    if (override === null) return [];
    const cues = [...(heading.cues ?? []), ...(override.cues ?? [])];
    const ignore = [...(heading.ignore ?? []), ...(override.ignore ?? [])];
    return [
      {
        line: lineOf([]),
        override: { ...override, ...(cues.length > 0 && { cues }), ...(ignore.length > 0 && { ignore }) },
      },
    ];
  });
  return { name: heading.name ?? null, rows, problems: problems.sort((a, b) => a.line - b.line) };
}

/** `entries[1].advice[0].next` */
function placeOf(row: number, path: readonly PropertyKey[]): string {
  return ["entries", row, ...path]
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${String(step)}`))
    .join("");
}
