import { expect, test } from "vitest";
import { catalogue } from "../../src/catalogue/index.ts";
import { createExplainCommand } from "../../src/commands/explain.ts";
import { runCommand } from "./run-command.ts";

const explain = (...terms: string[]) => runCommand(createExplainCommand, ["explain", ...terms]);

test.each([
  "10054",
  "WSAECONNRESET",
  "econnreset",
  "0x2746",
  "0x80072746",
  "2147952454",
  "-2147014842",
  "-10054",
  "SocketError.ConnectionReset",
  "-4077",
  "[WinError 10054]",
  "read failed: An existing connection was forcibly closed by the remote host. (os error 10054)",
])("%s is explained as 10054", async (term) => {
  const { stdout, stderr, exitCode, error } = await explain(term);
  expect({ stderr, exitCode, error }).toEqual({ stderr: "", exitCode: 0, error: null });
  expect(stdout).toMatch(/^10054 {2}WSAECONNRESET {2}\S/);
  expect(stdout).toContain("HRESULT 0x80072746, 2147952454, -2147014842");
});

test("an explanation fits 80 columns and tells causes by operation, next steps and related codes", async () => {
  const { stdout } = await explain("10013");
  const lines = stdout.split("\n").filter((line) => !line.includes("https://"));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(stdout).toMatch(/\n {2}bind, listen\n {4}• /);
  expect(stdout).toMatch(/\n {6}→ /);
  expect(stdout).toContain("Easily confused with");
});

test.each([
  ["en", "The target machine was reached and actively refused."],
  ["zh", catalogue.byCode(10061)?.meaning.zh.split(/[。：]/)[0]],
])("in short it is what it means, what to do first, and where Microsoft tells of it (%s)", async (lang, meaning) => {
  const { stdout } = await explain("10061", "--short", "--lang", lang);
  expect(stdout).toContain(meaning);
  expect(stdout.match(/→/g)).toHaveLength(1);
  expect(stdout).toMatch(/^ {2}https:.*windows-sockets-error-codes-2#wsaeconnrefused$/m);
  expect(stdout.split("\n").length).toBeLessThan(9);
});

test("it speaks Chinese by flag and by environment", async () => {
  const byFlag = await explain("10054", "--lang", "zh");
  const byEnvironment = await runCommand(createExplainCommand, ["explain", "10054"], { env: { LANG: "zh_CN.UTF-8" } });
  expect(byFlag.stdout).toContain(catalogue.byCode(10054)?.title.zh);
  expect(byEnvironment.stdout).toBe(byFlag.stdout);
});

test("several terms are all explained, the unknown among them is named and raises the exit code", async () => {
  const { stdout, stderr, exitCode } = await explain("10054", "99999", "WSAETIMEDOUT");
  expect(stdout).toContain("WSAECONNRESET");
  expect(stdout).toContain("\n10060  WSAETIMEDOUT");
  expect(stderr).toBe("wsa-annotate: 99999: not a Winsock error code\n  hint: wsa-annotate explain lists all codes\n");
  expect(exitCode).toBe(1);
});

test("a typo gets a suggestion", async () => {
  const { stdout, stderr, exitCode } = await explain("WSAECONRESET");
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 1 });
  expect(stderr).toContain("did you mean WSAECONNRESET");
});

test("a hostile term comes back without its control characters", async () => {
  const { stderr } = await explain("\x1b[2Jzzzz\u202e");
  expect(stderr).toContain("\\x1b[2Jzzzz\\u202e");
  expect(stderr).not.toContain("\x1b");
});

test.each(["reset", "重置"])("the word %s finds codes", async (word) => {
  const { stdout, exitCode } = await explain(word);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("10054");
});

test("without a term every code has its line", async () => {
  const { stdout } = await explain();
  expect(stdout.trimEnd().split("\n")).toHaveLength(catalogue.entries.length);
  expect(stdout).toMatch(/^10061 {2}WSAECONNREFUSED {2,}\S/m);
});

test("JSON has the readings with their spellings", async () => {
  const { stdout } = await explain("10054", "99999", "--format", "json");
  const { version, terms } = JSON.parse(stdout);
  expect(version).toBe(1);
  expect(terms[0]).toMatchObject({
    term: "10054",
    readings: [{ readAs: "decimal", code: 10054, spellings: { hex: "0x2746", signed: -2147014842 } }],
  });
  expect(terms[1]).toEqual({ term: "99999", readings: [], suggestions: [] });
});

test("JSON without a term has all codes", async () => {
  const { stdout } = await explain("--format", "json");
  expect(JSON.parse(stdout).codes).toHaveLength(catalogue.entries.length);
});

test("colours are for terminals", async () => {
  const terminal = await runCommand(createExplainCommand, ["explain", "10054"], { columns: 80 });
  const off = await runCommand(createExplainCommand, ["explain", "10054"], { columns: 80, env: { NO_COLOR: "1" } });
  expect(terminal.stdout).toContain("\x1b[");
  expect(off.stdout).toBe((await explain("10054")).stdout);
});
