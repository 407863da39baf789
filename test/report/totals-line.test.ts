import { expect, test } from "vitest";
import { totalsLine } from "../../src/report/lines/headline.ts";
import { fullReport } from "./page-sample.ts";

test("a week is compared with the week before it once, because both comparisons are the same", () => {
  const report = fullReport();
  const before = { since: 0, until: 604_800, occurrences: 10, change: 0.5 };
  const same = totalsLine({ ...report, change: { before, weekBefore: { ...before, weeks: 1 } } });
  expect(same.match(/\+50 %/g)).toHaveLength(1);
  const other = { ...before, since: -604_800, until: 0, weeks: 1 };
  expect(totalsLine({ ...report, change: { before, weekBefore: other } }).match(/\+50 %/g)).toHaveLength(2);
});
