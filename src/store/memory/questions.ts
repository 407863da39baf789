import type { EndpointTotal, Questions, SourceTotal } from "../questions.ts";
import type { Scope } from "../scope.ts";
import { isWholeDay } from "../whole-day.ts";
import {
  cellsIn,
  countedCells,
  endpointCells,
  everything,
  generationsOf,
  isInPeriod,
  isOfCode,
  isTouched,
  linesOf,
  minuteFilter,
  operationCells,
  sourceOf,
} from "./scope.ts";
import { by, firstOfCode, sumBy } from "./sums.ts";
import type { CountCell, RunRow, Tables } from "./tables.ts";

/** Answers the questions to a store from its tables. */
export function createQuestions(tables: Tables): Questions {
  const all = () => [...tables.generations.values()];
  const ofSources = (scope: Scope) => generationsOf(tables, scope);
  const minutesOf = (scope: Scope) => ofSources(scope).flatMap((table) => countedCells(table, scope));
  const allMinutesOf = (scope: Scope) => cellsIn(tables, scope, "counts");
  const sourcesOf = (scope: Scope, isPart: (cell: CountCell) => boolean) =>
    ofSources(scope).flatMap((table) =>
      countedCells(table, scope)
        .filter(isPart)
        .map(({ code, n }) => ({ ...sourceOf(table), code, n })),
    );
  const endpointsOf = (scope: Scope) => ofSources(scope).flatMap((table) => endpointCells(table, scope));
  const nameOf = (code: number) => tables.codes.get(code)?.name ?? "";

  return {
    async codeTotals(scope) {
      const rows = minutesOf(scope).filter(minuteFilter(scope));
      const spans = spansOf(rows);
      return sumBy(rows, ({ code }) => code)
        .map(({ code, n }) => ({ code, n, ...(spans.get(code) ?? { first: null, last: null }) }))
        .sort(by("-n", "code"));
    },
    async stepCounts(scope, ranges, seconds) {
      const isIn = (minute: number) => ranges.some(({ since, until }) => minute >= since && minute < until);
      const rows = minutesOf(scope)
        .filter(({ minute, code }) => minute > 0 && isIn(minute) && isOfCode(scope, code))
        .map(({ code, minute, n }) => ({ code, start: minute - (minute % seconds), n }));
      const steps = sumBy(rows, ({ code, start }) => `${code} ${start}`).sort(by("code", "start"));
      return [...new Set(steps.map(({ code }) => code))].map((code) => {
        const own = steps.filter((step) => step.code === code);
        return { code, starts: own.map(({ start }) => start), counts: own.map(({ n }) => n) };
      });
    },
    async sightingsBefore(scope, moment) {
      const spans = spansOf(allMinutesOf(scope).filter(({ minute }) => minute < moment));
      return [...spans].map(([code, span]) => ({ code, ...span }));
    },
    async bucketCounts(scope, codes, grainSeconds) {
      const rows = minutesOf(scope)
        .filter(({ minute, code }) => minute > 0 && isInPeriod(scope, minute) && (codes?.includes(code) ?? true))
        .map(({ code, minute, n }) => ({ code, start: minute - (minute % grainSeconds), n }));
      return sumBy(rows, ({ code, start }) => `${code} ${start}`);
    },
    async span(scope, codes) {
      const times = minutesOf(scope)
        .filter(({ minute, code }) => minute > 0 && isInPeriod(scope, minute) && (codes?.includes(code) ?? true))
        .map(({ minute }) => minute);
      if (times.length === 0) return null;
      return { first: times.reduce((a, b) => Math.min(a, b)), last: times.reduce((a, b) => Math.max(a, b)) };
    },
    async withoutTime(scope) {
      return allMinutesOf(scope).reduce((sum, { minute, n }) => (minute === 0 ? sum + n : sum), 0);
    },

    async endpointTotals(scope, mostOfCode) {
      const rows = endpointsOf(scope).filter(({ minute, code }) => isTouched(scope, minute) && isOfCode(scope, code));
      return topEndpoints(rows, mostOfCode);
    },
    async incidentEndpoints(scope, { since, until, codes }, mostOfCode) {
      const range = { ...scope, period: { ...scope.period, since, until } };
      const rows = endpointsOf(scope).filter(({ minute, code }) => isTouched(range, minute) && codes.includes(code));
      return topEndpoints(rows, mostOfCode);
    },
    async operationTotals(scope) {
      const rows = ofSources(scope)
        .flatMap((table) => operationCells(table, scope))
        .filter(({ minute, code }) => isTouched(scope, minute) && isOfCode(scope, code));
      return sumBy(rows, ({ code, subject }) => `${code} ${subject}`)
        .map(({ code, subject: operation, n }) => ({ code, operation, n }))
        .sort(by("-n", "code", "operation"));
    },

    async sourceTotals(scope) {
      const rows = sourcesOf(scope, minuteFilter(scope));
      return sumBy(rows, (row) => `${row.code} ${sourceKey(row)}`).sort(by("-n", "code", "host", "source"));
    },
    async sourcesIn(scope, { since, until, codes }, most) {
      const rows = sourcesOf(scope, ({ minute, code }) => minute >= since && minute < until && codes.includes(code));
      return sumBy(
        rows.map(({ code: _, ...row }): SourceTotal => row),
        sourceKey,
      )
        .sort(by("-n", "host", "source"))
        .slice(0, most);
    },
    async sampleLines(scope, latest) {
      const rows = linesOf(tables, scope, minuteFilter(scope))
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
        began: runs.length === 0 ? null : Math.min(...runs.map(({ started }) => started)),
        bytes: sum(({ bytes }) => bytes),
        lines: sum(({ lines }) => lines),
        occurrences: sum(({ occurrences }) => occurrences),
        lostBytes: sum(({ lostBytes }) => lostBytes),
        setAside: sum(({ setAside }) => setAside),
        lostMessages: sum(({ lostMessages }) => lostMessages),
      };
    },
    async lags() {
      return all()
        .flatMap(({ generation: { source }, lag }) => (lag === undefined ? [] : [{ partition: source.name, ...lag }]))
        .sort(by("partition"));
    },
    async occurrencesBySource() {
      const rows = [...sourcesOf(everything, () => true), ...tables.pruned];
      return sumBy(rows, (row) => `${row.code} ${sourceKey(row)}`)
        .map((row) => ({ ...row, name: nameOf(row.code) }))
        .sort(by("code", "source", "host"));
    },
    async lastOccurrences() {
      return [...spansOf(allMinutesOf(everything))]
        .map(([code, { last }]) => ({ code, name: nameOf(code), minute: last }))
        .sort(by("code"));
    },
    async logNames() {
      const names = all().map(({ generation: { source } }) => ({ host: source.host, name: source.name }));
      return [...new Map(names.map((one) => [`${one.host}\0${one.name}`, one])).values()].sort(by("host", "name"));
    },
    async codeNames() {
      return [...tables.codes.values()].sort(by("code"));
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
  for (const { code, minute } of cells) {
    if (minute <= 0) continue;
    const { first, last } = spans.get(code) ?? { first: minute, last: minute };
    spans.set(code, { first: Math.min(first, minute), last: Math.max(last, minute) });
  }
  return spans;
}

function topEndpoints(cells: readonly CountCell[], mostOfCode: number): EndpointTotal[] {
  const key = ({ code, subject }: CountCell) => `${code} ${subject}`;
  const days = new Map(
    sumBy(
      cells.filter(({ minute }) => isWholeDay(minute)),
      key,
    ).map((cell) => [key(cell), cell.n]),
  );
  const totals = sumBy(cells, key)
    .map((cell) => ({ code: cell.code, endpoint: cell.subject, n: cell.n, byDay: days.get(key(cell)) ?? 0 }))
    .sort(by("-n", "code", "endpoint"));
  return firstOfCode(totals, mostOfCode);
}

function sourceKey({ host, source }: { readonly host: string; readonly source: string }): string {
  return `${host}\0${source}`;
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
