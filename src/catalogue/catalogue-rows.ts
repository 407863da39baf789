import { say, type Wording } from "../wording.ts";
import { readCsvRows } from "./csv-rows.ts";
import type { EntryOverride } from "./entry-override.ts";
import { readJsonRows } from "./json-rows.ts";
import { checkHeading, checkOverride } from "./override-schema.ts";

/** An entry of a file, and the 1-based line it begins on. */
export interface CatalogueFileRow {
  readonly line: number;
  readonly override: EntryOverride;
}

/** What is wrong with a file, and on which line. */
export interface CatalogueProblem {
  readonly line: number;
  readonly what: Wording;
}

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
