import type { Advice, Language } from "../../src/catalogue/entry.ts";
import { catalogue } from "../../src/catalogue/index.ts";
import type { CodeRow, EndpointRow, RowAdvice } from "../../src/report/model/code-row.ts";
import type { Report } from "../../src/report/model/report.ts";
import { createSteps } from "../../src/report/time/buckets.ts";
import { seconds } from "./sample.ts";

const since = seconds("2026-11-20T00:00+01:00");
const until = seconds("2026-11-21T00:00+01:00");

/** Everything that a page can show, on one day: a night in which a database refused, one new code, one that fell silent. */
export function fullReport(lang: Language = "en"): Report {
  const codes = [
    codeRow(10061, [3, 2, 918, 104, 5, 4, 6, 9, 8, 7, 5, 4, 3, 4, 6, 5, 2, 1, 1, 2, 3, 0, 0, 0], 58, lang),
    codeRow(10060, [4, 4, 5, 3, 4, 4, 2, 5, 9, 12, 8, 4, 4, 5, 6, 2, 3, 2, 3, 2, 2, 2, 1, 1], 91, lang),
    codeRow(10054, [1, 0, 2, 1, 2, 3, 1, 4, 5, 3, 2, 4, 2, 3, 2, 1, 2, 1, 1, 0, 1, 0, 0, 0], 120, lang),
    codeRow(11001, [0, 0, 0, 0, 0, 0, 9, 11, 6, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 31, lang),
    codeRow(10055, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 6, 2, 0, 0, 0, 0, 0, 0], 0, lang),
    codeRow(10013, [0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, lang),
    codeRow(12345, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], null, lang),
  ];
  const occurrences = sum(codes.map(({ count }) => count));
  const endpoint = (name: string, code: number, count: number): EndpointRow => ({
    endpoint: name,
    code,
    name: catalogue.byCode(code)?.name ?? "",
    count,
    byDay: 0,
  });
  const endpoints = [
    endpoint("db-2:5432", 10061, 1058),
    endpoint("203.0.113.40:443", 10060, 88),
    endpoint("db-2:5433", 10061, 41),
    endpoint("mail.example.net:25", 11001, 29),
    endpoint("[2001:db8::7]:8443", 10054, 22),
  ];
  return {
    period: { since, until, horizon: null, zone: "Europe/Berlin" },
    source: null,
    host: null,
    lang,
    extent: { since, until },
    totals: { occurrences, codes: codes.length, sources: 4, first: since + 720, last: until - 60 },
    change: {
      before: { since: since - 86_400, until: since, occurrences: 312, change: occurrences / 312 - 1 },
      weekBefore: {
        since: since - 604_800,
        until: until - 604_800,
        occurrences: 329,
        change: occurrences / 329 - 1,
        weeks: 1,
      },
    },
    history: { first: since - 30 * 86_400, weeks: 4 },
    news: [
      {
        code: 10013,
        name: "WSAEACCES",
        category: "permission",
        first: seconds("2026-11-20T03:00+01:00"),
        before: null,
        count: 8,
        source: "gateway.log",
        operation: "bind",
        endpoint: "0.0.0.0:80",
      },
    ],
    spikes: [
      {
        code: 10061,
        name: "WSAECONNREFUSED",
        category: "connection",
        since: seconds("2026-11-20T02:00+01:00"),
        until: seconds("2026-11-20T04:00+01:00"),
        count: 1022,
        expected: 4.6,
        chance: 1e-12,
        endpoint: "db-2:5432",
      },
    ],
    quiet: [{ code: 10054, name: "WSAECONNRESET", category: "connection", count: 41, expected: 120, chance: 1e-6 }],
    incidents: [
      {
        since: seconds("2026-11-20T02:10+01:00"),
        until: seconds("2026-11-20T02:40+01:00"),
        count: 1018,
        peak: 61,
        peakAt: seconds("2026-11-20T02:22+01:00"),
        open: false,
        codes: [{ code: 10061, name: "WSAECONNREFUSED", category: "connection", count: 1018 }],
        sources: [{ host: "web-1", source: "orders.log", count: 1018 }],
        endpoints: [endpoints[0], endpoints[2]].filter((row) => row !== undefined),
        began: {
          host: "web-1",
          source: "orders.log",
          line: 88121,
          minute: seconds("2026-11-20T02:10+01:00"),
          text: "2026-11-20 02:10:01,482 ERROR orders.db - connect to db-2:5432 failed: [WinError 10061] No connection could be made because the target machine actively refused it",
        },
      },
      {
        since: seconds("2026-11-20T14:20+01:00"),
        until: seconds("2026-11-20T17:05+01:00"),
        count: 21,
        peak: 3,
        peakAt: seconds("2026-11-20T15:22+01:00"),
        open: false,
        codes: [{ code: 10055, name: "WSAENOBUFS", category: "resource", count: 21 }],
        sources: [{ host: "web-1", source: "gateway.log", count: 21 }],
        endpoints: [],
        began: null,
      },
    ],
    steps: createSteps({ minutes: 60 }, since, until, "Europe/Berlin"),
    before: [9, 8, 7, 11, 12, 10, 16, 22, 25, 21, 18, 15, 14, 16, 18, 14, 12, 11, 12, 10, 9, 8, 7, 7],
    codes: codes.map((row) => ({
      ...row,
      share: row.count / occurrences,
      endpoints: endpoints.filter(({ code }) => code === row.code),
    })),
    endpoints,
    hosts: [
      { host: "web-1", count: 1200 },
      { host: "web-2", count: 120 },
    ],
    otherHosts: null,
    otherSources: null,
    sources: [
      { host: "web-1", source: "orders.log", count: 1100 },
      { host: "web-2", source: "orders.log", count: 120 },
    ],
    heatMap: {
      since: since - 27 * 86_400,
      until,
      counts: Array.from({ length: 7 }, (_, day) =>
        Array.from({ length: 24 }, (_, hour) =>
          day === 4 && hour === 2 ? 918 : day > 4 ? hour % 3 : (hour * 7 + day * 5) % 23,
        ),
      ),
    },
    read: {
      runs: 3,
      bytes: 44_237_000_000,
      lines: 388_000_000,
      lostBytes: 0,
      setAside: 0,
      lostMessages: 0,
      withoutTime: 12,
      stray: null,
    },
  };
}

function codeRow(code: number, trend: readonly number[], before: number | null, lang: Language): CodeRow {
  const entry = catalogue.byCode(code);
  const steps = [...trend.keys()].filter((step) => (trend[step] ?? 0) > 0);
  return {
    code,
    name: entry?.name ?? String(code),
    title: entry?.title[lang] ?? "",
    category: entry?.category ?? null,
    retryable: entry?.retryable ?? null,
    severity: entry?.severity ?? null,
    acknowledged: code === 10054,
    count: sum(trend),
    share: 0,
    before,
    weekBefore: before,
    first: since + (steps[0] ?? 0) * 3600 + 720,
    last: since + (steps.at(-1) ?? 0) * 3600 + 2400,
    trend,
    sources: [{ host: "web-1", source: "orders.log", count: sum(trend) }],
    operations: entry === undefined ? [] : [{ operation: "connect", count: sum(trend) }],
    endpoints: [],
    endpoint: code === 10061 ? "db-2:5432" : null,
    advice: entry?.advice[0] === undefined ? null : adviceIn(entry.advice[0], lang),
    explanation:
      entry === undefined
        ? null
        : {
            meaning: entry.meaning[lang],
            advice: entry.advice.map((one) => adviceIn(one, lang)),
            related: entry.related.map((one) => ({
              code: one.code,
              name: catalogue.byCode(one.code)?.name ?? "",
              note: one.note[lang],
            })),
          },
    samples: [
      {
        host: "web-1",
        source: "orders.log",
        line: 1204,
        minute: since + 720,
        text: `2026-11-20 00:12:44,918 ERROR orders.worker[7] - socket error ${code} while talking to the upstream`,
      },
      {
        host: "web-1",
        source: "orders.log",
        line: 88_121,
        minute: null,
        text: `retry 3 of 5 failed with error code ${code}`,
      },
    ],
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, n) => total + n, 0);

const adviceIn = ({ operations, cause, next, source }: Advice, lang: Language): RowAdvice => ({
  operations,
  cause: cause[lang],
  next: next[lang],
  source: source ?? null,
  incident: null,
  beside: null,
});
