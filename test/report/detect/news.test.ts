import { expect, test } from "vitest";
import { findNews } from "../../../src/report/detect/news.ts";
import { Series } from "../../../src/report/time/series.ts";
import { seconds } from "../sample.ts";

const DAY = 86_400;
const since = seconds("2026-11-20T00:00Z");
const extent = { since, until: since + DAY };

function seenAt(...minutes: number[]): Series {
  const series = new Series(10054);
  for (const minute of minutes) series.add(minute, 1);
  return series;
}

test.each([
  ["never seen before is new", [since + 60], null, [{ first: since + 60, before: null }]],
  ["seen 29 days before is not", [since - 29 * DAY, since + 60], null, []],
  [
    "seen 31 days before is new again",
    [since - 31 * DAY, since + 60],
    null,
    [{ first: since + 60, before: since - 31 * DAY }],
  ],
  [
    "seen long before the series begin is new again",
    [since + 60],
    since - 90 * DAY,
    [{ first: since + 60, before: since - 90 * DAY }],
  ],
  ["not seen in the period is not told", [since - 60, since + DAY], null, []],
])("a code %s", (_, minutes, earlier, expected) => {
  const news = findNews([seenAt(...minutes)], {
    extent,
    history: since - 100 * DAY,
    earlier: new Map(earlier === null ? [] : [[10054, earlier]]),
  });
  expect(news).toEqual(expected.map((one) => ({ code: 10054, ...one })));
});

test.each([
  ["the first day", since + 60, since, []],
  ["the first minute", since, since, []],
  ["the last minute of the first day", since + DAY - 60, since, []],
  ["the day after", since + DAY, since, [10054]],
  ["the first day of a history that is older than the period", since + 60, since - DAY, [10054]],
])("what %s brought is told as it should be", (_, minute, history, codes) => {
  const whole = { since, until: since + 10 * DAY };
  const news = findNews([seenAt(minute)], { extent: whole, history, earlier: new Map() });
  expect(news.map(({ code }) => code)).toEqual(codes);
});

test("what comes again after a month is new on any day", () => {
  const [earlier, again] = [since - 40 * DAY, since + 60];
  const news = findNews([seenAt(earlier, again)], { extent, history: earlier, earlier: new Map() });
  expect(news).toEqual([{ code: 10054, first: again, before: earlier }]);
});
