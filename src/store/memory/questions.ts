import type { EndpointTotal, Questions, SourceTotal } from "../questions.ts";
import type { Scope } from "../scope.ts";
import {
  cellsIn,
  codeFilter,
  everything,
  generationsOf,
  isInPeriod,
  isOnDay,
  linesOf,
  minuteFilter,
  sourceOf,
} from "./scope.ts";
import { by, firstOfCode, sumBy } from "./sums.ts";
import { type CountCell, cellsOf, type RunRow, type Tables } from "./tables.ts";

/** Answers the questions to a store from its tables. */
export function createQuestions(tables: Tables): Questions {
  const all = () => [...tables.generations.values()];
  const ofSources = (scope: Scope) => generationsOf(tables, scope);
  const minutesOf = (scope: Scope) => cellsIn(tables, scope, "counts");
  const isAsked = (scope: Scope) => codeFilter(tables, scope);
  const inScope = (scope: Scope) => minuteFilter(tables, scope);
  const sourcesOf = (scope: Scope, isPart: (cell: CountCell) => boolean) =>
    ofSources(scope).flatMap((table) =>
      [...cellsOf(table, "counts")].filter(isPart).map(({ code, n }) => ({ ...sourceOf(table), code, n })),
    );
  const nameOf = (code: number) => tables.codes.get(code)?.name ?? "";

  return {
    async codeTotals(scope) {
      const rows = minutesOf(scope).filter(inScope(scope));
      const spans = spansOf(rows);
      return sumBy(rows, ({ code }) => code)
        .map(({ code, n }) => ({ code, n, ...(spans.get(code) ?? { first: null, last: null }) }))
        .sort(by("-n", "code"));
    },
    async sourceCount(scope) {
      return new Set(sourcesOf(scope, inScope(scope)).map(sourceKey)).size;
    },
    async minuteCounts(scope, { since, until }) {
      const isCode = isAsked(scope);
      const rows = minutesOf(scope).filter(
        ({ time, code }) => time > 0 && time >= since && time < until && isCode(code),
      );
      return sumBy(rows, ({ code, time }) => `${code} ${time}`)
        .map(({ code, time: minute, n }) => ({ code, minute, n }))
        .sort(by("code", "minute"));
    },
    async sightingsBefore(scope, moment) {
      const spans = spansOf(minutesOf(scope).filter(({ time }) => time < moment));
      return [...spans].map(([code, span]) => ({ code, ...span }));
    },
    async bucketCounts(scope, codes, grainSeconds) {
      const rows = minutesOf(scope)
        .filter(({ time, code }) => time > 0 && isInPeriod(scope, time) && (codes?.includes(code) ?? true))
        .map(({ code, time, n }) => ({ code, start: time - (time % grainSeconds), n }));
      return sumBy(rows, ({ code, start }) => `${code} ${start}`);
    },
    async span(scope, codes) {
      const times = minutesOf(scope)
        .filter(({ time, code }) => time > 0 && isInPeriod(scope, time) && (codes?.includes(code) ?? true))
        .map(({ time }) => time);
      if (times.length === 0) return null;
      return { first: times.reduce((a, b) => Math.min(a, b)), last: times.reduce((a, b) => Math.max(a, b)) };
    },
    async withoutTime(scope) {
      return minutesOf(scope).reduce((sum, { time, n }) => (time === 0 ? sum + n : sum), 0);
    },

    async endpointTotals(scope, mostOfCode) {
      const isCode = isAsked(scope);
      const { onlyEndpoint } = scope;
      const rows = cellsIn(tables, scope, "endpoints")
        .filter(({ time, code }) => isOnDay(scope, time) && isCode(code))
        .filter(({ subject }) => onlyEndpoint === undefined || subject === onlyEndpoint);
      return topEndpoints(rows, mostOfCode);
    },
    async incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const range = { ...scope, period: { ...scope.period, since, until } };
      const isPart = ({ time, code }: CountCell) => time >= since && time < until && codes.includes(code);
      const rows = ofSources(scope)
        .filter((table) => [...cellsOf(table, "counts")].some(isPart))
        .flatMap((table) => [...cellsOf(table, "endpoints")])
        .filter(({ time, code }) => isOnDay(range, time) && codes.includes(code));
      return topEndpoints(rows, mostOfCode);
    },
    async operationTotals(scope) {
      const isCode = isAsked(scope);
      const rows = cellsIn(tables, scope, "operations").filter(
        ({ time, code }) => isOnDay(scope, time) && isCode(code),
      );
      return sumBy(rows, ({ code, subject }) => `${code} ${subject}`)
        .map(({ code, subject: operation, n }) => ({ code, operation, n }))
        .sort(by("-n", "code", "operation"));
    },

    async sourceTotals(scope) {
      const rows = sourcesOf(scope, inScope(scope));
      return sumBy(rows, (row) => `${row.code} ${sourceKey(row)}`).sort(by("-n", "code", "host", "source"));
    },
    async sourcesIn(scope, { since, until, codes }, most) {
      const rows = sourcesOf(scope, ({ time, code }) => time >= since && time < until && codes.includes(code));
      return sumBy(
        rows.map(({ code: _, ...row }): SourceTotal => row),
        sourceKey,
      )
        .sort(by("-n", "host", "source"))
        .slice(0, most);
    },
    async sampleLines(scope, latest) {
      const isPart = inScope(scope);
      const rows = linesOf(tables, scope, ({ minute, code }) => isPart({ time: minute, code }))
        .map(({ id, line }) => ({
          id,
          line,
          code: line.code,
          minute: line.minute ?? 0,
          last: line.minute === null ? 1 : 0,
        }))
        .sort(by("last", "minute", "id"));
      const backwards = [...rows].sort(by("-minute", "-id"));
      const kept = new Set([...firstOfCode(rows, 1), ...firstOfCode(backwards, latest)]);
      return rows
        .filter((row) => kept.has(row))
        .sort(by("code", "last", "minute", "id"))
        .map(({ line }) => line);
    },
    async lineOf(scope, minute, codes) {
      const [first] = linesOf(tables, scope, (sample) => sample.minute === minute && codes.includes(sample.code))
        .map(({ id, line }) => ({ id, found: line, host: line.host, source: line.source, line: line.line }))
        .sort(by("host", "source", "line", "id"));
      return first?.found ?? null;
    },

    async acks() {
      return [...tables.acks.values()].sort(by("code"));
    },
    async runTotals() {
      const runs = [...tables.runs.values()];
      const sum = (value: (run: RunRow) => number) => runs.reduce((all, run) => all + value(run), 0);
      return {
        runs: runs.length,
        bytes: sum(({ bytes }) => bytes),
        lines: sum(({ lines }) => lines),
        occurrences: sum(({ occurrences }) => occurrences),
        lostBytes: sum(({ lostBytes }) => lostBytes),
      };
    },
    async occurrencesBySource() {
      const rows = sourcesOf(everything, () => true);
      return sumBy(rows, (row) => `${row.code} ${sourceKey(row)}`)
        .map((row) => ({ ...row, name: nameOf(row.code) }))
        .sort(by("code", "source", "host"));
    },
    async lastOccurrences() {
      return [...spansOf(minutesOf(everything))]
        .map(([code, { last }]) => ({ code, name: nameOf(code), minute: last }))
        .sort(by("code"));
    },
    async logNames() {
      const names = all().map(({ generation: { source } }) => ({ host: source.host, name: source.name }));
      return [...new Map(names.map((one) => [`${one.host}\0${one.name}`, one])).values()].sort(by("host", "name"));
    },
    async choices(most) {
      const rows = (kind: CountCell["kind"]) => cellsIn(tables, everything, kind);
      const codes = sumBy(rows("counts"), ({ code }) => code).sort(by("-n", "code"));
      const endpoints = sumBy(rows("endpoints"), ({ subject }) => subject).sort(by("-n", "subject"));
      const names = (values: readonly string[]) => [...new Set(values)].sort(ascending).slice(0, most);
      return {
        codes: codes.slice(0, most).map(({ code }) => code),
        sources: names(all().map(({ generation }) => generation.source.name)),
        hosts: names(all().map(({ generation }) => generation.source.host)),
        endpoints: endpoints.slice(0, most).map(({ subject }) => subject),
      };
    },

    async exportGenerations() {
      return all().map(({ generation, replaces, uids }) => structuredClone({ ...generation, replaces, uids }));
    },
    async exportContent(generation) {
      const cells = tables.generations.get(generation)?.cells.values() ?? [];
      return {
        held: [...cells].map((cell) => ({ ...cell, n: cell.n + cell.again })),
        samples: tables.samples
          .filter((sample) => sample.generation === generation)
          .map(({ id: _, generation: __, ...sample }) => sample),
      };
    },
  };
}

/** The first and the last minute of each code that has a time. */
function spansOf(cells: readonly CountCell[]): Map<number, { readonly first: number; readonly last: number }> {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { code, time } of cells) {
    if (time <= 0) continue;
    const { first, last } = spans.get(code) ?? { first: time, last: time };
    spans.set(code, { first: Math.min(first, time), last: Math.max(last, time) });
  }
  return spans;
}

function topEndpoints(cells: readonly CountCell[], mostOfCode: number): EndpointTotal[] {
  const totals = sumBy(cells, ({ code, subject }) => `${code} ${subject}`)
    .map(({ code, subject: endpoint, n }) => ({ code, endpoint, n }))
    .sort(by("-n", "code", "endpoint"));
  return firstOfCode(totals, mostOfCode);
}

function sourceKey({ host, source }: { readonly host: string; readonly source: string }): string {
  return `${host}\0${source}`;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
