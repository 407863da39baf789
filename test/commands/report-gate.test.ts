import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Ended, run, temporaryFolder } from "../program.ts";
import { friday, type Log, seconds, storeOf } from "../report/sample.ts";

async function fridayStore(): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, "counts.db");
  const earlier: Log = { name: "old.log", minutes: [{ minute: seconds("2026-11-01T08:00Z"), code: 10060, n: 1 }] };
  const store = await storeOf(path, [...friday, earlier]);
  await store.acknowledge([{ code: 12345, until: null, note: "", acknowledged: 0 }]);
  await store.close();
  return { folder, path };
}

const report = (path: string, ...args: string[]): Promise<Ended> =>
  run(["report", "--store", path, "--tz", "Europe/Berlin", "--since", "2026-11-20", "--until", "2026-11-21", ...args]);

describe("the gate", () => {
  test.each([
    [["new"], ["new: 10061 WSAECONNREFUSED, 1,102 occurrences", "new: 10054 WSAECONNRESET, 66 occurrences"]],
    [["10061>1101"], ["10061 WSAECONNREFUSED: 1,102 occurrences, more than 1,101"]],
    [["WSAECONNREFUSED > 100"], ["10061 WSAECONNREFUSED: 1,102 occurrences, more than 100"]],
    [["12345>0"], ["12345 12345: 1 occurrence, more than 0"]],
    [
      ["total>1000", "10061>1101"],
      ["total: 1,169 occurrences, more than 1,000", "10061 WSAECONNREFUSED: 1,102 occurrences, more than 1,101"],
    ],
  ])("fails on %j and says why", async (conditions, reasons) => {
    const { path } = await fridayStore();
    const { code, stderr, stdout } = await report(path, ...conditions.flatMap((one) => ["--fail-on", one]));
    expect(stderr.trimEnd().split("\n")).toEqual(reasons.map((reason) => `wsa-annotate: report: ${reason}`));
    expect(code).toBe(1);
    expect(stdout).toContain("1,169 occurrences");
  });

  test.each([[["10061>1102"]], [["spike"]], [["total>1169", "10060>0"]]])("passes %j", async (conditions) => {
    const { path } = await fridayStore();
    const { code, stderr } = await report(path, ...conditions.flatMap((one) => ["--fail-on", one]));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test.each(["often", "10061", "nobody>3", ">3", "10061>-1"])("refuses %j", async (condition) => {
    const { path } = await fridayStore();
    const { code, stderr, stdout } = await report(path, "--fail-on", condition);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("hint: give new, spike, incident, or a limit");
  });
});

describe("a name that nothing was read from", () => {
  test.each([
    [["--host", "web-3"], "--host web-3: nothing was read from a machine of this name", "web-1, web-2"],
    [["--source", "order.log"], "--source order.log: no log of this name was read", "orders.log, "],
  ])("%j opens no gate", async (limit, message, near) => {
    const { path } = await fridayStore();
    const { code, stdout, stderr } = await report(path, ...limit, "--fail-on", "total>0");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`wsa-annotate: ${message}\n  hint: known, the nearest first: ${near}`);
  });

  test("is not that of a log that was read without a finding", async () => {
    const path = join(temporaryFolder(), "counts.db");
    await run(["annotate", "--store", path, "--host", "calm"], { input: "all is well\n" });
    const { code, stderr } = await report(path, "--host", "calm", "--fail-on", "total>0");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("--output", () => {
  test.each([
    ["night.txt", /^Winsock errors · /],
    ["night.md", /^# Winsock errors · /],
    ["night.json", /^\{\n {2}"version": 1,/],
    ["night.csv", /^code,name,/],
    ["night.html", /^<!doctype html>/i],
  ])("%s decides the format by its ending", async (name, beginning) => {
    const { folder, path } = await fridayStore();
    const file = join(folder, name);
    const { code, stdout, stderr } = await report(path, "--output", file);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toMatch(beginning);
  });

  test("--format beats the ending, and the old file is replaced as a whole", async () => {
    const { folder, path } = await fridayStore();
    const file = join(folder, "night.json");
    writeFileSync(file, "x".repeat(1_000_000));
    await report(path, "-o", file, "--format", "csv");
    expect(readFileSync(file, "utf8")).toMatch(/^code,name,(?!.*xxx)[\s\S]*\r\n$/);
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test.each([
    ["missing/night.txt", "its folder does not exist"],
    ["taken", "is a folder"],
  ])("%s cannot be written, and nothing is left behind", async (name, message) => {
    const { folder, path } = await fridayStore();
    mkdirSync(join(folder, "taken"));
    const { code, stderr } = await report(path, "--output", join(folder, name));
    expect(code).toBe(2);
    expect(stderr).toContain(`${join(folder, name)}: ${message}`);
    expect(readdirSync(folder).filter((left) => !left.startsWith("counts.db"))).toEqual(["taken"]);
  });
});
