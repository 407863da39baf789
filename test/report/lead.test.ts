import { expect, test } from "vitest";
import { sentence } from "../../src/report/lines/sentence.ts";
import { fullReport } from "./page-sample.ts";

const month = (lang: "en" | "zh" = "en") => {
  const report = fullReport(lang);
  const until = report.extent?.until ?? 0;
  return { ...report, extent: { since: until - 30 * 86_400, until } };
};

test("the headline of a month leads with its greatest incident", () => {
  expect(sentence(month())).toMatch(
    /^20 Nov 02:10–02:40: 1,018 × connection refused \(10061\) towards db-2:5432\. In all 1,299 Winsock errors, [^,]*\.$/,
  );
  expect(sentence(month("zh"))).toMatch(/^11月20日 02:10–02:40：.*（10061）1,018 次，指向 db-2:5432。总计 1,299 /);
});

test("the headline of a day, or of a month with small incidents alone, does not", () => {
  expect(sentence(fullReport())).toMatch(/^[\d,]+ Winsock errors/);
  const [, small] = month().incidents;
  expect(sentence({ ...month(), incidents: small === undefined ? [] : [small] })).toMatch(/^[\d,]+ Winsock errors/);
});
