import type { Category, Operation } from "../../catalogue/entry.ts";
import type { Questions } from "../../store/questions.ts";
import type { Scope } from "../../store/scope.ts";
import type { FoundIncident } from "../detect/incidents.ts";
import type { FoundNew } from "../detect/news.ts";
import type { CodeRow } from "./code-row.ts";
import { toSampleLine, toSourceRow } from "./code-rows.ts";
import type { Incident, NewCode } from "./report.ts";

/** Names codes for the parts of a report. */
export interface Naming {
  readonly rows: ReadonlyMap<number, CodeRow>;
  nameOf(code: number): string;
  describe(code: number): { readonly code: number; readonly name: string; readonly category: Category | null };
}

/** Adds to a new code the line in which it came, if the store has it, and its count in the period. */
export async function namedNew(
  store: Questions,
  scope: Scope,
  { code, first, before }: FoundNew,
  { rows, describe }: Naming,
): Promise<NewCode> {
  const line = await store.lineOf(scope, first, [code]);
  const [source] = await store.sourcesIn(scope, { since: first, until: first + 60, codes: [code] }, 1);
  const row = rows.get(code);
  return {
    ...describe(code),
    first,
    before,
    count: row?.count ?? 0,
    source: line?.source ?? source?.source ?? "",
    operation: (line?.operation as Operation | null | undefined) ?? row?.operations[0]?.operation ?? null,
    endpoint: line?.endpoint ?? row?.endpoint ?? null,
  };
}

/** Adds to an incident its sources, endpoints and first line. */
export async function namedIncident(
  store: Questions,
  scope: Scope,
  found: FoundIncident,
  { nameOf, describe }: Naming,
): Promise<Incident> {
  const { since, until } = found;
  const codes = found.codes.map(({ code }) => code);
  const endpoints = await store.incidentEndpoints(scope, { since, until, codes }, MOST_ROWS);
  const sources = await store.sourcesIn(scope, { since, until, codes }, MOST_ROWS);
  const line = await store.lineOf(scope, since, codes);
  return {
    ...found,
    codes: found.codes.map(({ code, count }) => ({ ...describe(code), count })),
    sources: sources.map(toSourceRow),
    endpoints: endpoints
      .slice(0, MOST_ROWS)
      .map(({ endpoint, code, n, byDay }) => ({ endpoint, code, name: nameOf(code), count: n, byDay })),
    began: line && toSampleLine(line, null),
  };
}

const MOST_ROWS = 5;
