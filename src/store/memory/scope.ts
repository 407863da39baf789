import type { CountKind } from "../count-rows.ts";
import type { StoredLine } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { type CountCell, cellsOf, type GenerationTable, type SampleRow, type Tables } from "./tables.ts";

/** The generations of the scope's sources. */
export function generationsOf({ generations }: Tables, { source, host }: Scope): GenerationTable[] {
  return [...generations.values()].filter(
    ({ generation: { source: own } }) =>
      (source === null || own.name === source) && (host === null || own.host === host),
  );
}

/** What the scope's sources have counted of a kind, at any time. */
export function cellsIn(tables: Tables, scope: Scope, kind: CountKind): CountCell[] {
  return generationsOf(tables, scope).flatMap((table) => [...cellsOf(table, kind)]);
}

/** The kept lines of the scope's sources, with the ids by which they are ordered. */
export function linesOf(
  tables: Tables,
  scope: Scope,
  isPart: (sample: SampleRow) => boolean,
): { readonly id: number; readonly line: StoredLine }[] {
  const own = new Map(generationsOf(tables, scope).map((table) => [table.id, table]));
  return tables.samples.flatMap((sample) => {
    const table = own.get(sample.generation);
    return table === undefined || !isPart(sample) ? [] : [{ id: sample.id, line: toLine(table, sample) }];
  });
}

/** Whether a minute and a code are in the scope. */
export function minuteFilter(tables: Tables, scope: Scope): (at: Pick<CountCell, "time" | "code">) => boolean {
  const isCode = codeFilter(tables, scope);
  return ({ time, code }) => isInPeriod(scope, time) && isCode(code);
}

/** Every occurrence. */
export const everything: Scope = {
  period: { since: null, until: null, horizon: null, zone: "UTC" },
  source: null,
  host: null,
};

const SECONDS_PER_DAY = 86_400;

/** Whether a minute is in the scope's period. */
export function isInPeriod({ period: { since, until } }: Scope, minute: number): boolean {
  if (since === null && until === null) return true;
  return minute > 0 && minute >= (since ?? 0) && minute < (until ?? Infinity);
}

/** Whether the scope's period touches a UTC day. */
export function isOnDay({ period: { since, until } }: Scope, day: number): boolean {
  if (since === null && until === null) return true;
  return day > 0 && (since === null || day > since - SECONDS_PER_DAY) && day < (until ?? Infinity);
}

/** Whether a code is one of the scope's. */
export function codeFilter({ generations }: Tables, scope: Scope): (code: number) => boolean {
  const { onlyCodes, onlyEndpoint } = scope;
  const naming = new Set<number>();
  if (onlyEndpoint !== undefined)
    for (const table of generations.values())
      for (const { subject, time, code } of cellsOf(table, "endpoints"))
        if (subject === onlyEndpoint && isOnDay(scope, time)) naming.add(code);
  return (code) => (onlyCodes?.includes(code) ?? true) && (onlyEndpoint === undefined || naming.has(code));
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
