import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createReportCommand } from "../../../src/commands/report.ts";
import { formats } from "../../../src/report/formats/index.ts";
import type { ReportFormat } from "../../../src/report/formats/report-format.ts";
import { runCommand } from "../../commands/run-command.ts";
import { run, temporaryFolder } from "../../program.ts";
import { friday, storeOf } from "../sample.ts";

// The list as it is with one more format.
vi.mock("../../../src/report/formats/index.ts", async (importOriginal) => {
  const { formats } = await importOriginal<typeof import("../../../src/report/formats/index.ts")>();
  const total: ReportFormat = {
    name: "total",
    endings: [".total"],
    render: ({ totals }) => `${totals.occurrences} in all\n`,
  };
  return { formats: [...formats, total] satisfies typeof formats };
});

const listed = formats.filter(({ name }) => name !== "total");

test("an ending is lower case with its dot, and belongs to one format", () => {
  const endings = formats.flatMap((format) => format.endings);
  expect(new Set(endings).size).toBe(endings.length);
  for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9]+$/);
});

test("another format in the list can be asked for, by name or by its ending", async () => {
  const folder = temporaryFolder();
  const store = join(folder, "counts.db");
  await (await storeOf(store, friday)).close();
  const report = (...args: string[]) => runCommand(createReportCommand, ["report", "--store", store, ...args]);

  expect((await report("--format", "total")).stdout).toBe("1181 in all\n");
  const { stdout, error } = await report("--output", join(folder, "night.TOTAL"));
  expect({ stdout, error }).toEqual({ stdout: "", error: null });
  expect(readFileSync(join(folder, "night.TOTAL"), "utf8")).toBe("1181 in all\n");
});

test("the README names each format, and the first of its endings", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  for (const format of listed) {
    expect(readme).toContain(`\`${format.name}\``);
    expect(readme).toContain(`\`${format.endings[0]}\``);
  }
});

test("--help names each format and all of its endings", async () => {
  const help = (await run(["report", "--help"])).stdout.replace(/\s+/g, " ");
  expect(help).toContain(`(${listed.map((format) => format.name).join(", ")}; default`);
  expect(help).toContain(listed.flatMap((format) => format.endings).join(" "));
});
