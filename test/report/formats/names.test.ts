import { describe, expect, test } from "vitest";
import { formats } from "../../../src/report/formats/index.ts";
import type { Report } from "../../../src/report/model/report.ts";
import { fullReport } from "../page-sample.ts";

/** The log of everything in the report has a long path; the lines of it have a number with four digits. */
const path = "/srv/logs/of-the-warehouse/web-2/application.log";
const named = (report: Report): Report => ({
  ...report,
  news: report.news.map((one) => ({ ...one, source: path })),
  incidents: report.incidents.map((one) => ({
    ...one,
    began: one.began && { ...one.began, source: path, line: 4711 },
  })),
  codes: report.codes.map((row) => ({
    ...row,
    samples: row.samples.map((one) => ({ ...one, source: path, line: 4711 })),
  })),
});

const rendered = async (name: string): Promise<string> => {
  const format = formats.find((one) => one.name === name);
  const text = await format?.render(named(fullReport()), { width: 80, color: false, mail: {} });
  return String(text).replaceAll("&#8203;", "").replaceAll("<wbr>", "");
};

describe.each(["text", "markdown", "html"])("in %s", (name) => {
  test("a log has the name that --source takes, wherever it is named", async () => {
    const text = (await rendered(name)).replaceAll("\\", "");
    const mentions = text.split("application.log").slice(0, -1);
    expect(mentions.length).toBeGreaterThanOrEqual(2);
    for (const before of mentions) expect(before.endsWith(path.slice(0, -"application.log".length))).toBe(true);
  });

  test("a line has an address that can be pasted", async () => {
    expect((await rendered(name)).replaceAll("\\", "")).toMatch(new RegExp(`(^|[\\s|>])${path}:4711($|[\\s<])`, "m"));
  });
});

test("a long path does not push the line itself off the screen", async () => {
  const lines = (await rendered("text")).split("\n");
  const at = lines.findIndex((line) => line.endsWith(`began: ${path}:4711`));
  expect(lines[at + 1]).toMatch(/^ {6}\S.*connect to db-2:5432/);
});

test.each(["text", "markdown"])(
  "in %s, a long line that an incident began with is cut around its code",
  async (name) => {
    const report = fullReport();
    const long = `2026-11-20T08:00:00Z ${"quiet words, ".repeat(30)}recv failed: error 10061, ${"and more ".repeat(30)}`;
    const incidents = report.incidents.map((one) => ({ ...one, began: one.began && { ...one.began, text: long } }));
    const format = formats.find((one) => one.name === name);
    const text = String(await format?.render({ ...report, incidents }, { width: 80, color: false, mail: {} }));
    expect(text).toMatch(/…[^\n]*words, recv failed: error 10061, and/);
  },
);
