import { expect, test } from "vitest";
import { catalogue } from "../../../src/catalogue/index.ts";
import { formats } from "../../../src/report/formats/index.ts";
import { urgentCodes } from "../../../src/report/model/urgent-codes.ts";
import { words } from "../../../src/words/index.ts";
import { fullReport } from "../page-sample.ts";

test.each([997, 10035])("%i is never what to do first, however often it came", (code) => {
  const report = fullReport();
  const [first, ...others] = report.codes;
  if (first === undefined) throw new Error("the sample has codes");
  const ordinary = {
    ...report,
    codes: [{ ...first, code, severity: catalogue.byCode(code)?.severity ?? null }, ...others.slice(0, 2)],
  };
  expect(urgentCodes(ordinary).map((row) => row.code)).not.toContain(code);
  expect(urgentCodes(ordinary).length).toBeGreaterThan(0);
});

test("what is unusual comes first, then what is more severe, then what came more often", () => {
  const [row] = fullReport().codes;
  if (row === undefined) throw new Error("the sample has codes");
  const codes = (
    [
      [10054, "error", 900],
      [10038, "warning", 800],
      [10061, "error", 700],
      [10055, "critical", 2],
      [10056, "warning", 1],
    ] as const
  ).map(([code, severity, count]) => ({ ...row, code, severity, count }));
  const [incident] = fullReport().incidents;
  if (incident === undefined) throw new Error("the sample has incidents");
  const incidents = [{ ...incident, codes: [{ code: 10056, name: "", category: null, count: 1 }] }];
  const order = urgentCodes({ ...fullReport(), codes, incidents, spikes: [], news: [] }).map(({ code }) => code);
  expect(order).toEqual([10056, 10055, 10054, 10061, 10038]);
});

test.each(["text", "markdown", "html"])("%s has the same first steps as the others", async (name) => {
  const report = fullReport();
  const steps = urgentCodes(report);
  expect(steps).toHaveLength(5);
  const text = await formats.find((one) => one.name === name)?.render(report, { width: 400, color: false });
  const [, section = ""] = String(text).split(words.en.report.firstSteps);
  const places = steps.map(({ code }) => section.indexOf(String(code)));
  expect(places.every((place) => place >= 0)).toBe(true);
});
