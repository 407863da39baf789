import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { berlin, type Event, tellStory, writeLogs, ZONE } from "./story.ts";

async function storeOf(events: readonly Event[]): Promise<string> {
  const folder = temporaryFolder();
  const store = join(folder, "counts.db");
  const { code, stderr } = await run(["annotate", "-o", ...writeLogs(folder, events), "--store", store, "--tz", ZONE]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return store;
}

/** The report over a period, as the format says it. */
async function report(store: string, period: readonly string[], ...more: string[]): Promise<string> {
  const { stdout, stderr, code } = await run(["report", "--store", store, "--tz", ZONE, ...period, ...more]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return stdout;
}

const days = (since: string, until: string): string[] => ["--since", since, "--until", until];

/** Occurrences between two times of Berlin, counted without the program. */
function counted(events: readonly Event[], since: string, until: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { second, code } of events)
    if (second >= berlin(since) && second < berlin(until)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const codesOf = (document: { codes: { code: number; count: number }[] }): Record<string, number> =>
  Object.fromEntries(document.codes.map(({ code, count }) => [code, count]));

describe("a month with one bad night", () => {
  test("is told: the incident, its spike, the new code, and nothing else", async () => {
    const events = tellStory(1);
    const store = await storeOf(events);
    const inNight = counted(events, "2026-10-30T02:10", "2026-10-30T02:40");
    const told = {
      news: [
        { code: 10013, first: "2026-10-30T03:00:00+01:00", before: null, operation: "bind", endpoint: "0.0.0.0:80" },
      ],
      spikes: [{ code: 10061, since: "2026-10-30T02:00:00+01:00", until: "2026-10-30T03:00:00+01:00" }],
      quiet: [],
      incidents: [
        {
          since: "2026-10-30T02:10:00+01:00",
          until: "2026-10-30T02:40:00+01:00",
          open: false,
          codes: [{ code: 10061, count: inNight[10061] }],
          began: { text: expect.stringContaining("2026-10-30T02:10") },
        },
      ],
    };

    const night = JSON.parse(await report(store, days("2026-10-30", "2026-10-31"), "--format", "json"));
    expect(night).toMatchObject(told);
    expect(night.incidents[0].endpoints[0].endpoint).toBe("db-2:5432");
    expect(codesOf(night)).toEqual(counted(events, "2026-10-30T00:00", "2026-10-31T00:00"));
    expect(night.change).toMatchObject({
      before: { occurrences: sum(counted(events, "2026-10-29T00:00", "2026-10-30T00:00")) },
      weekBefore: { occurrences: sum(counted(events, "2026-10-23T00:00", "2026-10-24T00:00")), weeks: 1 },
    });

    const month = JSON.parse(await report(store, [], "--format", "json"));
    expect(month).toMatchObject(told);
    expect(codesOf(month)).toEqual(counted(events, "2026-10-01T00:00", "2026-11-01T00:00"));

    const calm = JSON.parse(await report(store, days("2026-10-29", "2026-10-30"), "--format", "json"));
    expect(calm).toMatchObject({ news: [], spikes: [], quiet: [], incidents: [] });
    expect(await report(store, days("2026-10-29", "2026-10-30"))).toContain(
      "\n\nNothing new, and nothing more or less",
    );

    expect(month.totals.occurrences).toBe(events.length);
  });

  test("has a day of 25 hours, compared with its calendar neighbours", async () => {
    const events = tellStory(2);
    const store = await storeOf(events);
    const sunday = JSON.parse(await report(store, days("2026-10-25", "2026-10-26"), "--format", "json"));
    expect(codesOf(sunday)).toEqual(counted(events, "2026-10-25T00:00", "2026-10-26T00:00"));
    expect(sunday.change).toMatchObject({
      before: {
        since: "2026-10-24T00:00:00+02:00",
        until: "2026-10-25T00:00:00+02:00",
        occurrences: sum(counted(events, "2026-10-24T00:00", "2026-10-25T00:00")),
      },
      weekBefore: { since: "2026-10-18T00:00:00+02:00", until: "2026-10-19T00:00:00+02:00" },
    });
    expect(sunday).toMatchObject({ news: [], spikes: [], quiet: [], incidents: [] });
  });

  test("misses a code that no longer comes", async () => {
    const stopped = tellStory(3).filter(({ second, code }) => code !== 10054 || second < berlin("2026-10-31T00:00"));
    const store = await storeOf(stopped);
    const after = JSON.parse(await report(store, days("2026-10-31", "2026-11-01"), "--format", "json"));
    expect(after.quiet).toMatchObject([{ code: 10054, count: 0 }]);
    expect(await report(store, days("2026-10-31", "2026-11-01"))).toMatch(
      /\nQUIET +10054 WSAECONNRESET +0 against \d+ expected\n/,
    );
  });
});
