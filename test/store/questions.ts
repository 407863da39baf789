import { expect, test } from "vitest";
import type { Batch } from "../../src/ledger/batch.ts";
import { fingerprintOf } from "../../src/ledger/fingerprint.ts";
import type { Questions } from "../../src/store/questions.ts";
import type { Scope } from "../../src/store/scope.ts";
import type { Store } from "../../src/store/store.ts";
import { wholeDay } from "../../src/store/whole-day.ts";
import { everything } from "./everything.ts";

/** Two days, Unix seconds. */
const [monday, tuesday] = [864_000, 950_400];
const line = { operation: null, endpoint: null };

/** Two logs on two machines; `web.log` has a code that no catalogue knows, and endpoints that were counted by the day. */
async function fill(store: Store, batch: Batch): Promise<void> {
  await store.commit({
    ...batch,
    counts: {
      minutes: [
        { minute: 0, code: 10054, n: 2 },
        { minute: monday + 60, code: 10054, n: 3 },
        { minute: monday + 120, code: 10061, n: 1 },
        { minute: tuesday + 60, code: 10054, n: 5 },
      ],
      endpoints: [
        { minute: 0, code: 10054, endpoint: "db", n: 2 },
        { minute: monday + 60, code: 10054, endpoint: "db", n: 3 },
        { minute: monday + 120, code: 10061, endpoint: "cache", n: 1 },
        { minute: tuesday + 60, code: 10054, endpoint: "web", n: 5 },
      ],
      operations: [
        { minute: monday + 60, code: 10054, operation: "connect", n: 3 },
        { minute: tuesday + 60, code: 10054, operation: "receive", n: 5 },
      ],
    },
    samples: [
      { ...line, code: 10054, line: 1, minute: monday + 60, text: "first" },
      { ...line, code: 10061, line: 2, minute: monday + 120, endpoint: "cache", text: "refused" },
      { ...line, code: 10054, line: 3, minute: 0, text: "whenever" },
      { ...line, code: 10054, line: 4, minute: tuesday + 60, operation: "receive", text: "last" },
    ],
  });
  await store.commit({
    ...batch,
    newest: 1,
    source: { host: "there", name: "web.log" },
    head: fingerprintOf("web"),
    lostBytes: 7,
    setAside: 2,
    lostMessages: 5,
    lag: { messages: 12, at: 1_795_000_000 },
    counts: {
      minutes: [
        { minute: monday + 60, code: 10054, n: 4 },
        { minute: monday + 960, code: 99_999, n: 1 },
      ],
      endpoints: [{ minute: wholeDay(monday), code: 10054, endpoint: "cache", n: 4 }],
      operations: [],
    },
    samples: [{ ...line, code: 10054, line: 1, minute: monday + 60, text: "there" }],
  });
}

const scope = (change: Partial<Scope>, since: number | null = null, until: number | null = null): Scope => ({
  ...everything,
  ...change,
  period: { ...everything.period, since, until },
});
const onMonday = scope({}, monday, tuesday);
const here = scope({ host: "here", source: "app.log" });

const first = { host: "here", source: "app.log", line: 1, minute: monday + 60, text: "first" };

const rows: readonly (readonly [title: string, ask: (store: Questions) => Promise<unknown>, answer: unknown])[] = [
  [
    "the codes of everything",
    (store) => store.codeTotals(everything),
    [
      { code: 10054, n: 14, first: monday + 60, last: tuesday + 60 },
      { code: 10061, n: 1, first: monday + 120, last: monday + 120 },
      { code: 99_999, n: 1, first: monday + 960, last: monday + 960 },
    ],
  ],
  [
    "the codes of a day, without those that have no time",
    (store) => store.codeTotals(onMonday),
    [
      { code: 10054, n: 7, first: monday + 60, last: monday + 60 },
      { code: 10061, n: 1, first: monday + 120, last: monday + 120 },
      { code: 99_999, n: 1, first: monday + 960, last: monday + 960 },
    ],
  ],
  [
    "the codes of a machine up to a moment that is no longer part",
    (store) => store.codeTotals(scope({ host: "here" }, null, monday + 120)),
    [{ code: 10054, n: 3, first: monday + 60, last: monday + 60 }],
  ],
  [
    "some codes",
    (store) => store.codeTotals(scope({ onlyCodes: [10061, 1] })),
    [{ code: 10061, n: 1, first: monday + 120, last: monday + 120 }],
  ],
  ["no codes at all", (store) => store.codeTotals(scope({ onlyCodes: [] })), []],
  [
    "the occurrences that name an endpoint",
    (store) => store.codeTotals(scope({ onlyEndpoint: "web" }, tuesday, null)),
    [{ code: 10054, n: 5, first: tuesday + 60, last: tuesday + 60 }],
  ],
  ["that none of a period names it", (store) => store.codeTotals(scope({ onlyEndpoint: "web" }, null, tuesday)), []],
  [
    "minutes of an endpoint",
    (store) => store.stepCounts(scope({ onlyEndpoint: "db" }), [{ since: 0, until: tuesday }], 60),
    [{ code: 10054, starts: [monday + 60], counts: [3] }],
  ],
  [
    "the logs that name an endpoint",
    (store) => store.sourceTotals(scope({ onlyEndpoint: "db" })),
    [{ code: 10054, host: "here", source: "app.log", n: 5 }],
  ],
  [
    "the lines that name an endpoint",
    (store) => store.sampleLines(scope({ onlyEndpoint: "cache" }), 2),
    [expect.objectContaining({ code: 10061, text: "refused" })],
  ],
  [
    "the operations in the minutes of an endpoint",
    (store) => store.operationTotals(scope({ onlyEndpoint: "db" })),
    [{ code: 10054, operation: "connect", n: 3 }],
  ],
  [
    "the occurrences in an operation",
    (store) => store.codeTotals(scope({ onlyOperation: "receive" })),
    [{ code: 10054, n: 5, first: tuesday + 60, last: tuesday + 60 }],
  ],
  [
    "the logs and machines that an operation failed on",
    (store) => store.sourceTotals(scope({ onlyOperation: "connect" })),
    [{ code: 10054, host: "here", source: "app.log", n: 3 }],
  ],
  [
    "the occurrences of an endpoint in the minutes of an operation",
    (store) => store.codeTotals(scope({ onlyEndpoint: "db", onlyOperation: "connect" })),
    [{ code: 10054, n: 3, first: monday + 60, last: monday + 60 }],
  ],
  [
    "that no endpoint has an operation of another's minutes",
    (store) => store.codeTotals(scope({ onlyEndpoint: "web", onlyOperation: "connect" })),
    [],
  ],
  [
    "the endpoints in the minutes of an operation",
    (store) => store.endpointTotals(scope({ onlyOperation: "connect" }), 9),
    [{ code: 10054, endpoint: "db", n: 3, byDay: 0 }],
  ],
  [
    "one operation of several",
    (store) => store.operationTotals(scope({ onlyOperation: "receive" })),
    [{ code: 10054, operation: "receive", n: 5 }],
  ],
  [
    "the lines of an operation",
    (store) => store.sampleLines(scope({ onlyOperation: "receive" }), 2),
    [expect.objectContaining({ code: 10054, text: "last" })],
  ],
  [
    "minutes, whatever the period",
    (store) => store.stepCounts(scope({}, tuesday), [{ since: 0, until: monday + 960 }], 60),
    [
      { code: 10054, starts: [monday + 60], counts: [7] },
      { code: 10061, starts: [monday + 120], counts: [1] },
    ],
  ],
  [
    "hours, whatever the period",
    (store) => store.stepCounts(scope({}, tuesday), [{ since: 0, until: tuesday + 3600 }], 3600),
    [
      { code: 10054, starts: [monday, tuesday], counts: [7, 5] },
      { code: 10061, starts: [monday], counts: [1] },
      { code: 99_999, starts: [monday], counts: [1] },
    ],
  ],
  [
    "what was seen before a moment",
    async (store) => (await store.sightingsBefore(here, tuesday)).sort((a, b) => a.code - b.code),
    [
      { code: 10054, first: monday + 60, last: monday + 60 },
      { code: 10061, first: monday + 120, last: monday + 120 },
    ],
  ],
  [
    "steps of all codes",
    async (store) => (await store.bucketCounts(onMonday, null, 900)).sort((a, b) => a.code - b.code),
    [
      { code: 10054, start: monday, n: 7 },
      { code: 10061, start: monday, n: 1 },
      { code: 99_999, start: monday + 900, n: 1 },
    ],
  ],
  [
    "steps of one code",
    (store) => store.bucketCounts(onMonday, [10054], 60),
    [{ code: 10054, start: monday + 60, n: 7 }],
  ],
  ["from when to when", (store) => store.span(everything, null), { first: monday + 60, last: tuesday + 60 }],
  [
    "from when to when one code came",
    (store) => store.span(everything, [10061]),
    { first: monday + 120, last: monday + 120 },
  ],
  ["from when to when nothing came", (store) => store.span(everything, [1]), null],
  ["what has no time", (store) => store.withoutTime(everything), 2],
  ["what has no time elsewhere", (store) => store.withoutTime(scope({ host: "there" })), 0],
  [
    "endpoints of everything, one of each code",
    (store) => store.endpointTotals(everything, 1),
    [
      { code: 10054, endpoint: "db", n: 5, byDay: 0 },
      { code: 10061, endpoint: "cache", n: 1, byDay: 0 },
    ],
  ],
  [
    "endpoints of a minute, and of a day that is counted as a whole",
    (store) => store.endpointTotals(scope({}, monday + 60, monday + 120), 9),
    [
      { code: 10054, endpoint: "cache", n: 4, byDay: 4 },
      { code: 10054, endpoint: "db", n: 3, byDay: 0 },
    ],
  ],
  [
    "one endpoint",
    (store) => store.endpointTotals(scope({ onlyEndpoint: "cache" }), 9),
    [
      { code: 10054, endpoint: "cache", n: 4, byDay: 4 },
      { code: 10061, endpoint: "cache", n: 1, byDay: 0 },
    ],
  ],
  [
    "endpoints of an incident",
    (store) =>
      store.incidentEndpoints(everything, { since: monday + 120, until: monday + 180, codes: [10061, 10054] }, 9),
    [
      { code: 10054, endpoint: "cache", n: 4, byDay: 4 },
      { code: 10061, endpoint: "cache", n: 1, byDay: 0 },
    ],
  ],
  [
    "operations",
    (store) => store.operationTotals(everything),
    [
      { code: 10054, operation: "receive", n: 5 },
      { code: 10054, operation: "connect", n: 3 },
    ],
  ],
  ["operations of a day", (store) => store.operationTotals(onMonday), [{ code: 10054, operation: "connect", n: 3 }]],
  [
    "the sources of each code",
    (store) => store.sourceTotals(onMonday),
    [
      { code: 10054, host: "there", source: "web.log", n: 4 },
      { code: 10054, host: "here", source: "app.log", n: 3 },
      { code: 10061, host: "here", source: "app.log", n: 1 },
      { code: 99_999, host: "there", source: "web.log", n: 1 },
    ],
  ],
  [
    "the sources of an incident",
    (store) => store.sourcesIn(everything, { since: monday + 60, until: monday + 180, codes: [10054, 10061] }, 9),
    [
      { host: "here", source: "app.log", n: 4 },
      { host: "there", source: "web.log", n: 4 },
    ],
  ],
  [
    "the first source of an incident",
    (store) => store.sourcesIn(everything, { since: monday + 60, until: monday + 120, codes: [10054, 10061] }, 1),
    [{ host: "there", source: "web.log", n: 4 }],
  ],
  [
    "the first line of each code and the latest",
    (store) => store.sampleLines(everything, 1),
    [
      { ...line, ...first, code: 10054 },
      { ...line, ...first, code: 10054, line: 4, minute: tuesday + 60, operation: "receive", text: "last" },
      { ...line, ...first, code: 10061, line: 2, minute: monday + 120, endpoint: "cache", text: "refused" },
    ],
  ],
  [
    "lines without a time, which are never the latest",
    (store) => store.sampleLines(scope({ host: "here", onlyCodes: [10054] }), 3),
    [
      { ...line, ...first, code: 10054 },
      { ...line, ...first, code: 10054, line: 4, minute: tuesday + 60, operation: "receive", text: "last" },
      { ...line, ...first, code: 10054, line: 3, minute: null, text: "whenever" },
    ],
  ],
  [
    "the first line of a minute",
    (store) => store.lineOf(everything, monday + 60, [10061, 10054]),
    { ...line, ...first, code: 10054 },
  ],
  ["the first line of a minute without one", (store) => store.lineOf(everything, monday + 60, [10061]), null],
  [
    "what all runs have read",
    (store) => store.runTotals(),
    {
      runs: 1,
      began: 1_795_000_000,
      bytes: 200,
      lines: 8,
      occurrences: 16,
      lostBytes: 7,
      setAside: 2,
      lostMessages: 5,
    },
  ],
  [
    "how far a stream was counted",
    (store) => store.lags(),
    [{ partition: "web.log", messages: 12, at: 1_795_000_000 }],
  ],
  [
    "each code in each source",
    (store) => store.occurrencesBySource(),
    [
      { code: 10054, name: "WSAECONNRESET", source: "app.log", host: "here", n: 10 },
      { code: 10054, name: "WSAECONNRESET", source: "web.log", host: "there", n: 4 },
      { code: 10061, name: "WSAECONNREFUSED", source: "app.log", host: "here", n: 1 },
      { code: 99_999, name: "", source: "web.log", host: "there", n: 1 },
    ],
  ],
  [
    "when each code came last",
    (store) => store.lastOccurrences(),
    [
      { code: 10054, name: "WSAECONNRESET", minute: tuesday + 60 },
      { code: 10061, name: "WSAECONNREFUSED", minute: monday + 120 },
      { code: 99_999, name: "", minute: monday + 960 },
    ],
  ],
  [
    "what there is to choose from",
    (store) => store.choices(9),
    {
      codes: [10054, 10061, 99_999],
      sources: ["app.log", "web.log"],
      hosts: ["here", "there"],
      endpoints: ["cache", "db", "web"],
    },
  ],
  [
    "a few choices",
    (store) => store.choices(1),
    { codes: [10054], sources: ["app.log"], hosts: ["here"], endpoints: ["cache"] },
  ],
  [
    "which logs there are",
    (store) => store.logNames(),
    [
      { host: "here", name: "app.log" },
      { host: "there", name: "web.log" },
    ],
  ],
  ["marks, when there are none", (store) => store.acks(), []],
  [
    "what another store takes over",
    async (store) => (await store.exportContent(2)).held,
    expect.arrayContaining([
      { kind: "counts", minute: monday + 60, code: 10054, subject: "", n: 4, again: 0 },
      { kind: "counts", minute: monday + 960, code: 99_999, subject: "", n: 1, again: 0 },
      { kind: "endpoints", minute: wholeDay(monday), code: 10054, subject: "cache", n: 4, again: 0 },
    ]),
  ],
];

/** What every store must answer; `opened` is a new store that knows the codes 10054 and 10061. */
export function describeQuestions(opened: () => Promise<{ readonly store: Store; readonly batch: Batch }>): void {
  test.each(rows)("it knows %s", async (_, ask, answer) => {
    const { store, batch } = await opened();
    await fill(store, batch);
    expect(await ask(store)).toEqual(answer);
    expect(await store.snapshot(ask)).toEqual(answer);
    await store.close();
  });

  test("an endpoint and an operation share no more of a minute than either has", async () => {
    const { store, batch } = await opened();
    const place = { minute: monday, code: 10054 };
    await store.commit({
      ...batch,
      counts: {
        minutes: [{ ...place, n: 9 }],
        endpoints: [
          { ...place, endpoint: "db", n: 2 },
          { ...place, endpoint: "web", n: 6 },
        ],
        operations: [
          { ...place, operation: "connect", n: 5 },
          { ...place, operation: "send", n: 1 },
        ],
      },
    });
    expect(await store.operationTotals(scope({ onlyEndpoint: "db" }))).toEqual([
      { code: 10054, operation: "connect", n: 2 },
      { code: 10054, operation: "send", n: 1 },
    ]);
    expect(await store.endpointTotals(scope({ onlyOperation: "connect" }), 9)).toEqual([
      { code: 10054, endpoint: "web", n: 5, byDay: 0 },
      { code: 10054, endpoint: "db", n: 2, byDay: 0 },
    ]);
    const both = scope({ onlyEndpoint: "web", onlyOperation: "send" });
    expect(await store.codeTotals(both)).toMatchObject([{ code: 10054, n: 1 }]);
    expect(await store.sourceTotals(both)).toMatchObject([{ code: 10054, n: 1 }]);
    await store.close();
  });

  test("the codes of nothing are none, and it was never", async () => {
    const { store } = await opened();
    expect(await store.codeTotals(everything)).toEqual([]);
    expect(await store.span(everything, null)).toBeNull();
    expect(await store.choices(9)).toEqual({ codes: [], sources: [], hosts: [], endpoints: [] });
    expect(await store.runTotals()).toEqual({
      runs: 0,
      began: null,
      bytes: 0,
      lines: 0,
      occurrences: 0,
      lostBytes: 0,
      setAside: 0,
      lostMessages: 0,
    });
    await store.close();
  });

  test("a generation is exported with all that reading on needs", async () => {
    const { store, batch } = await opened();
    await fill(store, batch);
    const [generation] = await store.exportGenerations();
    const { source, head, tail, milestones, checkpoint } = batch;
    const known = { id: 1, source, head, tail, milestones, checkpoint };
    expect(generation).toEqual({
      ...known,
      unfinished: { minutes: [], endpoints: [], operations: [] },
      replaces: null,
      uids: [expect.stringMatching(/.{16}/)],
    });
  });
}
