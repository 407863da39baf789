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
    bounded: true,
    earlier: new Map(earlier === null ? [] : [[10054, earlier]]),
  });
  expect(news).toEqual(expected.map((one) => ({ code: 10054, ...one })));
});

test.each([
  ["its first day", since + 60, 10, []],
  ["a later day", since + 2 * DAY, 10, [10054]],
  ["the only day", since + 60, 1, [10054]],
])("without a beginning, what %s brought is told as it should be", (_, minute, days, codes) => {
  const whole = { since, until: since + days * DAY };
  const news = findNews([seenAt(minute)], { extent: whole, bounded: false, earlier: new Map() });
  expect(news.map(({ code }) => code)).toEqual(codes);
});
