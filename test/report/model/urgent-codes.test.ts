import { expect, test } from "vitest";
import { entries } from "../../../src/catalogue/index.ts";
import { isFailure } from "../../../src/catalogue/is-failure.ts";
import { formats } from "../../../src/report/formats/index.ts";
import { urgentCodes } from "../../../src/report/model/urgent-codes.ts";
import { words } from "../../../src/words/index.ts";
import { fullReport } from "../page-sample.ts";

test.each([997, 10035])("%i is never what to do first, however often it came", (code) => {
  const report = fullReport();
  const [first, ...others] = report.codes;
  if (first === undefined) throw new Error("the sample has codes");
  const ordinary = { ...report, codes: [{ ...first, code }, ...others] };
  expect(urgentCodes(ordinary).map((row) => row.code)).not.toContain(code);
  expect(urgentCodes(ordinary).length).toBeGreaterThan(0);
});

test("every code that the catalogue calls no failure is known as such", () => {
  const named = entries.filter(({ meaning }) => meaning.en.startsWith("Not a failure")).map(({ code }) => code);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(isFailure)).toEqual([]);
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
