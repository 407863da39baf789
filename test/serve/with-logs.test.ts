import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";
import { hasChromium, openPage } from "./chromium.ts";
import { ask, serving } from "./serving.ts";

const HOSTILE = "2026-11-20T08:00:30Z INFO </pre><script>alert(1)</script><img src=x onerror=alert(2)> \u202e";
const LINE = "2026-11-20T08:01:00Z connect to db-2:5432 failed with error 10061 (WSAECONNREFUSED)";

/** A log of a hundred calm lines around one with a code, which is the fifty-first. */
async function counted(args: readonly string[] = ["--with-logs"]) {
  const folder = temporaryFolder();
  const [log, store, secret] = ["app.log", "counts.db", "secret.txt"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const calm = (n: number) => `2026-11-20T08:00:00Z INFO calm ${n}`;
  const lines = [
    ...Array.from({ length: 49 }, (_, n) => calm(n + 1)),
    HOSTILE,
    LINE,
    calm(52),
    ...Array.from({ length: 49 }, (_, n) => calm(n + 53)),
  ];
  writeFileSync(log, `${lines.join("\r\n")}\r\n`);
  writeFileSync(secret, `${Array.from({ length: 101 }, () => "a secret").join("\n")}\n`);
  const { code, stderr } = await run(["ingest", "--store", store, "--host", "web-1", log]);
  if (code !== 0) throw new Error(stderr);
  const { url, port } = await serving(store, ["--port", "0", "--tz", "UTC", ...args]);
  const lineOf = (source: string, line: number | string = 51, host = "web-1") =>
    ask(port, `/lines?${new URLSearchParams({ host, source, line: String(line) })}`);
  return { folder, log, secret, url, port, lineOf };
}

test.runIf(hasChromium)(
  "a page leads from the headline to the line in the log, by keyboard, and shows it as text",
  async () => {
    const { url, log } = await counted();
    const { page, trouble } = await openPage(`${url}?code=10061`);
    await page.locator(".samples figcaption a", { hasText: `${log}:51` }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((at) => at.pathname === "/lines");
    expect(await page.locator("mark").textContent()).toContain(LINE);
    const shown = await page.locator("pre").textContent();
    expect(shown?.trimEnd().split("\n")).toHaveLength(41);
    expect(shown).toContain("<script>alert(1)</script>");
    expect(shown).toContain("calm 31");
    expect(shown).not.toContain("calm 30");
    expect(await page.locator("main script, main img").count()).toBe(0);
    expect(trouble).toEqual([]);
  },
);

test("no other file is shown, whatever is asked for", async () => {
  const { lineOf, log, secret, folder } = await counted();
  expect((await lineOf(log)).status).toBe(200);
  for (const path of [secret, "/etc/passwd", `${folder}/../${folder}/app.log`, "..", "", "secret.txt", `${log}\0`]) {
    const { status, body } = await lineOf(path);
    expect(status).toBe(404);
    expect(body).not.toContain("a secret");
    expect(body).not.toContain("root:");
  }
  for (const line of [1, 0, -1, 1e9, "x", "51.5"]) expect((await lineOf(log, line)).status).toBe(404);
  expect((await lineOf(log, 51, "web-2")).status).toBe(404);
});

test.each([
  ["a link to another file", (log: string, secret: string) => symlinkSync(secret, log)],
  ["a link to what was read", (log: string) => symlinkSync(`${log}.moved`, log)],
  ["another file", (log: string) => writeFileSync(log, `${"a secret\n".repeat(100)}`)],
  ["a folder", (log: string) => mkdirSync(log)],
  ["nothing", () => undefined],
])("a log in whose place there is %s is not shown", async (_, put) => {
  const { lineOf, log, secret } = await counted();
  renameSync(log, `${log}.moved`);
  put(log, secret);
  const { status, body } = await lineOf(log);
  expect(status).toBe(404);
  expect(body).not.toContain("a secret");
});

test("a log that was written anew under its own name and inode is not shown", async () => {
  const { lineOf, log } = await counted();
  writeFileSync(log, "a secret\n".repeat(100));
  const { status, body } = await lineOf(log);
  expect(status).toBe(404);
  expect(body).not.toContain("a secret");
});

test("a folder that became a link is not followed", async () => {
  const { lineOf, log, folder } = await counted();
  const elsewhere = temporaryFolder();
  renameSync(folder, join(elsewhere, "there"));
  symlinkSync(join(elsewhere, "there"), folder);
  expect((await lineOf(log)).status).toBe(404);
  rmSync(folder);
  renameSync(join(elsewhere, "there"), folder);
  expect((await lineOf(log)).status).toBe(200);
});

test("other hosts, and pages of other sites, get nothing", async () => {
  const { port, log } = await counted();
  const path = `/lines?${new URLSearchParams({ host: "web-1", source: log, line: "51" })}`;
  for (const headers of [
    { host: "evil.example" },
    { host: `192.168.0.7:${port}` },
    { origin: "http://evil.example" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[]) {
    const { status, body } = await ask(port, path, { headers });
    expect(status).toBe(403);
    expect(body).not.toContain("10061");
  }
});

test("without --with-logs no line can be asked for, and no link offers it", async () => {
  const { lineOf, log, port } = await counted([]);
  expect((await lineOf(log)).status).toBe(404);
  expect((await ask(port, "/")).body).not.toContain("/lines?");
});
