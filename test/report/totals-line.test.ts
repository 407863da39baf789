import { expect, test } from "vitest";
import { totalsLine } from "../../src/report/lines/headline.ts";
import { fullReport } from "./page-sample.ts";

test.each([
  [8.9, "+890 % vs the period before", "比上一时段 +890 %"],
  [9, "×10 vs the period before", "是上一时段的 10 倍"],
  [800, "×801 vs the period before", "是上一时段的 801 倍"],
])("a change of %d reads %s", (change, en, zh) => {
  const before = { since: 0, until: 604_800, occurrences: 10, change };
  for (const [lang, said] of [
    ["en", en],
    ["zh", zh],
  ] as const) {
    const { extent, ...report } = fullReport(lang);
    const longer = extent && { since: extent.since - 86_400, until: extent.until };
    expect(totalsLine({ ...report, extent: longer, change: { before, weekBefore: null } })).toContain(said);
  }
});

test("a week is compared with the week before it once, because both comparisons are the same", () => {
  const report = fullReport();
  const before = { since: 0, until: 604_800, occurrences: 10, change: 0.5 };
  const same = totalsLine({ ...report, change: { before, weekBefore: { ...before, weeks: 1 } } });
  expect(same.match(/\+50 %/g)).toHaveLength(1);
  const other = { ...before, since: -604_800, until: 0, weeks: 1 };
  expect(totalsLine({ ...report, change: { before, weekBefore: other } }).match(/\+50 %/g)).toHaveLength(2);
});
