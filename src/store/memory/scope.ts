import type { CountKind } from "../count-rows.ts";
import type { StoredLine } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { isWholeDay, secondsPerDay } from "../whole-day.ts";
import { type CountCell, cellsOf, type GenerationTable, type SampleRow, type Tables } from "./tables.ts";

/** The generations of the scope's sources. */
export function generationsOf({ generations }: Tables, { source, host }: Scope): GenerationTable[] {
  return [...generations.values()].filter(
    ({ generation: { source: own } }) =>
      (source === null || own.name === source) && (host === null || own.host === host),
  );
}

/** What the scope is about in a generation, at any time: all counts, or those of one endpoint or operation. */
export function countedCells(table: GenerationTable, scope: Scope): CountCell[] {
  const { onlyEndpoint, onlyOperation } = scope;
  if (onlyEndpoint !== undefined) return endpointCells(table, scope);
  return onlyOperation === undefined ? [...cellsOf(table, "counts")] : operationCells(table, scope);
}

/** The endpoints of a generation that are in the scope, at any time. */
export function endpointCells(table: GenerationTable, { onlyEndpoint, onlyOperation }: Scope): CountCell[] {
  return subjectCells(table, ["endpoints", onlyEndpoint], ["operations", onlyOperation]);
}

/** The same for operations. */
export function operationCells(table: GenerationTable, { onlyEndpoint, onlyOperation }: Scope): CountCell[] {
  return subjectCells(table, ["operations", onlyOperation], ["endpoints", onlyEndpoint]);
}

type Wanted = readonly [kind: CountKind, subject: string | undefined];

/** The cells of the first kind that have its subject; with the other's, no more of each than that has in its minute and code. */
function subjectCells(table: GenerationTable, own: Wanted, beside: Wanted): CountCell[] {
  const wanted = ([kind, subject]: Wanted) =>
    [...cellsOf(table, kind)].filter((cell) => subject === undefined || cell.subject === subject);
  const key = ({ minute, code }: CountCell) => `${minute} ${code}`;
  if (beside[1] === undefined) return wanted(own);
  const most = new Map(wanted(beside).map((cell) => [key(cell), cell.n]));
  return wanted(own)
    .map((cell) => ({ ...cell, n: Math.min(cell.n, most.get(key(cell)) ?? 0) }))
    .filter(({ n }) => n > 0);
}

/** What the scope's sources have counted of a kind, at any time. */
export function cellsIn(tables: Tables, scope: Scope, kind: CountKind): CountCell[] {
  return generationsOf(tables, scope).flatMap((table) => [...cellsOf(table, kind)]);
}

/** The kept lines of the scope's sources, endpoint and operation, with the ids by which they are ordered. */
export function linesOf(
  tables: Tables,
  scope: Scope,
  isPart: (sample: SampleRow) => boolean,
): { readonly id: number; readonly line: StoredLine }[] {
  const own = new Map(generationsOf(tables, scope).map((table) => [table.id, table]));
  return tables.samples.flatMap((sample) => {
    const table = own.get(sample.generation);
    const isOfSubjects =
      sample.endpoint === (scope.onlyEndpoint ?? sample.endpoint) &&
      sample.operation === (scope.onlyOperation ?? sample.operation);
    return table === undefined || !isOfSubjects || !isPart(sample)
      ? []
      : [{ id: sample.id, line: toLine(table, sample) }];
  });
}

/** Whether a minute and a code are in the scope. */
export function minuteFilter(scope: Scope): (at: Pick<CountCell, "minute" | "code">) => boolean {
  return ({ minute, code }) => isInPeriod(scope, minute) && isOfCode(scope, code);
}

/** Every occurrence. */
export const everything: Scope = {
  period: { since: null, until: null, horizon: null, zone: "UTC" },
  source: null,
  host: null,
};

/** Whether a minute is in the scope's period. */
export function isInPeriod({ period: { since, until } }: Scope, minute: number): boolean {
  if (since === null && until === null) return true;
  return minute > 0 && minute >= (since ?? 0) && minute < (until ?? Infinity);
}

/** Whether a minute is in the scope's period, or its whole day is touched by it. */
export function isTouched(scope: Scope, minute: number): boolean {
  const { since } = scope.period;
  if (since === null || !isWholeDay(minute)) return isInPeriod(scope, minute);
  return minute > since - secondsPerDay + 1 && minute < (scope.period.until ?? Infinity);
}

/** Whether a code is one of the scope's. */
export function isOfCode({ onlyCodes }: Scope, code: number): boolean {
  return onlyCodes?.includes(code) ?? true;
}

/** The source of a generation. */
export function sourceOf({ generation: { source } }: GenerationTable): {
  readonly host: string;
  readonly source: string;
} {
  return { host: source.host, source: source.name };
}

function toLine(table: GenerationTable, sample: SampleRow): StoredLine {
  const { code, line, minute, operation, endpoint, text } = sample;
  return { code, ...sourceOf(table), line, minute: minute === 0 ? null : minute, operation, endpoint, text };
}
