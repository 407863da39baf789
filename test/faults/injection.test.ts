import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { start, temporaryFolder } from "../program.ts";
import { poll } from "../serve/serving.ts";
import { CLI, commandLine, countIn, runCommandLine } from "./scene.ts";
import { compare, expectNoHarm, isFull, type Tally, tallyOf } from "./tally.ts";

const LONG = 3_600_000;

/** What a log, a host or a file's name could carry to hurt who reads about it. */
const hostile = [
  "\x1b]0;title\x07\x1b[2J\x1b[31m",
  "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
  "\x1b]52;c;ZXZpbA==\x07\x1bP1$r\x1b\\",
  "\x9b31m\x7f\b\b",
  "<script>alert(1)</script>",
  "</script><svg onload=alert(1)>",
  '"><img src=x onerror=alert(1)>',
  "'><a href=javascript:alert(1)>x</a>",
  "| a | b | [x](javascript:alert(1)) `code` <details>",
  "=HYPERLINK(1)",
  "@SUM(1)",
  "\u202egnp.exe\u2066",
  "'; DROP TABLE counts; --",
  "../../../../etc/passwd",
  "%n%s$HOME$(id)",
  "__proto__",
];

/** Logs whose lines, endpoints and names are hostile, counted in a store. */
async function hostileStore(tally: Tally): Promise<{ readonly home: string; readonly store: string }> {
  const home = temporaryFolder();
  const logs = join(home, "logs");
  const store = join(home, "x.db");
  mkdirSync(logs);
  for (const [n, word] of hostile.entries()) {
    const lines = [`2026-11-20T08:0${n % 10}:00Z ${word} connect to ${word}:80 failed: error 10061 ${word}\n`];
    writeFileSync(join(logs, `${n} ${word.replaceAll("/", "-")}.log`), lines.join(""));
  }
  await runCommandLine(commandLine(["ingest", logs, "--store", store, "--host", hostile[4] ?? ""]), {
    cwd: home,
    tally,
  });
  compare(tally, countIn(store, tally), hostile.length);
  return { home, store };
}

/** Control characters that terminals obey, and marks that turn text around; `\n` and, where asked, tabs are left. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

test("what a log wrote is text in every format", { timeout: LONG }, async () => {
  const tally = tallyOf("hostile lines, endpoints, hosts and names");
  const { home, store } = await hostileStore(tally);
  const outputOf = async (...args: string[]) => {
    const { stdout } = await runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
    tally.injected++;
    return stdout.toString();
  };
  for (const args of [
    ["report"],
    ["report", "--format", "markdown"],
    ["trend"],
    ["query", "SELECT * FROM samples"],
    ["query", "SELECT * FROM sources"],
  ]) {
    const output = await outputOf(...args);
    if (OBEYED.test(output)) spoiled(tally, args, output);
  }
  const html = await outputOf("report", "--format", "html");
  if (/<script>alert|<svg onload|<img src=x|<a href=javascript/i.test(html) || OBEYED.test(html))
    spoiled(tally, ["html"], html);
  // A report over everything shows the first few sources only.
  for (const [n, word] of hostile.entries()) {
    if (!word.includes("<")) continue;
    const name = `${n} ${word.replaceAll("/", "-")}.log`;
    const found = (
      await outputOf("query", `SELECT name FROM sources WHERE name LIKE '%${n} %'`, "--format", "json")
    ).toString();
    const source = JSON.parse(found).find((row: { name: string }) => row.name.endsWith(name))?.name;
    expect(source).toBeDefined();
    const markdown = await outputOf("report", "--format", "markdown", "--source", source);
    if (/(?<!\\)<(?:script|svg|img|details)/i.test(markdown)) spoiled(tally, ["markdown"], markdown);
  }
  const csv = await outputOf("query", "SELECT '=HYPERLINK(1)', '@SUM(1)', '-cmd', '+x' AS a", "--format", "csv");
  if (/(?:^|[,"\n])[=@+-][a-z]/i.test(csv.slice(csv.indexOf("\n")))) spoiled(tally, ["csv"], csv);
  const mail = await outputOf("report", "--format", "mime", "--to", "ops@example.com");
  const [head = ""] = mail.split(/\r?\n\r?\n/);
  if (/^(?:bcc|x-)/im.test(head) || OBEYED.test(head.replaceAll("\r", ""))) spoiled(tally, ["mime"], head);
  const { code } = await runCommandLine(
    commandLine(["report", "--format", "mime", "--to", "a@b.example\r\nBcc: evil@example.com", "--store", store]),
    { cwd: home, tally },
  );
  expect(code).toBe(2);
  expectNoHarm(tally);
});

test("what is said about files is text", { timeout: LONG }, async () => {
  const tally = tallyOf("hostile names in messages");
  const home = temporaryFolder();
  for (const word of hostile) {
    for (const args of [
      ["ingest", `${word}.log`],
      ["report", "--store", word],
      ["report", "--source", word],
      ["explain", word],
      ["report", "--since", word],
    ]) {
      const { stderr } = await runCommandLine(commandLine(args), { cwd: home, tally });
      if (OBEYED.test(stderr)) spoiled(tally, args, stderr);
      tally.injected++;
    }
    if (!isFull && tally.injected > 25) break;
  }
  expectNoHarm(tally);
});

test("SQL that would write, reach another file or never end", { timeout: LONG }, async () => {
  const tally = tallyOf("hostile SQL");
  const { home, store } = await hostileStore(tally);
  // SQLite's own two files stay behind a process that is killed.
  const files = () => readdirSync(home).filter((name) => !/^x\.db-(?:shm|wal)$/.test(name));
  const before = files();
  for (const sql of [
    `VACUUM INTO '${join(home, "stolen.db")}'`,
    `ATTACH '${join(home, "other.db")}' AS o`,
    "PRAGMA journal_mode = DELETE",
    "PRAGMA writable_schema = 1",
    "BEGIN",
    "INSERT INTO counts VALUES (1, 1, 1, 1)",
    "WITH x AS (SELECT 1) DELETE FROM counts",
    "SELECT load_extension('/tmp/x.so')",
    "SELECT 1; DROP TABLE counts",
    "SELECT writefile('x', 'y')",
    "SELECT zeroblob(900000000)",
  ]) {
    const { code } = await runCommandLine(commandLine(["query", sql, "--store", store]), { cwd: home, tally });
    if (code !== 2) spoiled(tally, [sql], String(code));
    tally.injected++;
  }
  const endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";
  const { stderr } = await runCommandLine(commandLine(["query", endless, "--timeout", "1", "--store", store]), {
    cwd: home,
    tally,
  });
  expect(stderr).toMatch(/no answer within 1 second/);
  expect(files()).toEqual(before);
  compare(tally, countIn(store, tally), hostile.length);
  expectNoHarm(tally);
});

test("strangers at the live page", { timeout: LONG }, async () => {
  const tally = tallyOf("foreign hosts, origins, paths and stalled readers");
  const { home, store } = await hostileStore(tally);
  const child = start(["serve", "--store", store, "--port", "0"], { home, cli: CLI });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
  });
  const port = Number(
    /:(\d+)\//.exec(
      await poll(
        () => said,
        (seen) => seen.includes("\n"),
      ),
    )?.[1],
  );
  const ours = `Host: 127.0.0.1:${port}`;
  const send = async (lines: readonly string[]): Promise<string> => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`);
    return await text(socket);
  };
  for (const [expected, ...lines] of [
    ["403", "GET / HTTP/1.1", "Host: evil.example"],
    ["403", "GET /api/report HTTP/1.1", `Host: evil.example:${port}`],
    ["403", "GET /metrics HTTP/1.1", ours, "Origin: http://evil.example"],
    ["403", "GET /events HTTP/1.1", ours, "Sec-Fetch-Site: cross-site"],
    ["400", "GET / HTTP/1.1", ours, "Host: evil.example"],
    ["400", "GET / HTTP/1.1", "Host: evil.example", ours],
    ["400", "GET / HTTP/1.1", ours, `Origin: http://127.0.0.1:${port}`, "Origin: http://evil.example"],
    ["404", "GET /../../../../etc/passwd HTTP/1.1", ours],
    ["404", "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", ours],
    ["404", "GET /__proto__ HTTP/1.1", ours],
    ["405", "DELETE / HTTP/1.1", ours],
  ] as const) {
    const reply = await send(lines);
    if (!reply.startsWith(`HTTP/1.1 ${expected} `)) spoiled(tally, lines, reply.slice(0, 200));
    tally.injected++;
  }
  // A page with a link for each of very many codes, and all others in it, would keep everybody else waiting.
  const codes = Array.from({ length: 3000 }, (_, n) => n).join();
  const many = await send([`GET /?code=${codes} HTTP/1.1`, ours]);
  if (many.length > 2 ** 20) spoiled(tally, ["3000 codes"], `${many.length} characters`);
  tally.injected++;
  const stalled: Socket[] = [];
  onTestFinished(() => {
    for (const socket of stalled) socket.destroy();
  });
  for (let n = 0; n < 1200; n++) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    stalled.push(socket);
    await once(socket, "connect");
    socket.write(`GET / HTTP/1.1\r\n${ours}\r\nX-Half: `);
  }
  tally.injected += stalled.length;
  if (!(await send(["GET / HTTP/1.1", ours])).startsWith("HTTP/1.1 200 ")) tally.hung++;
  expectNoHarm(tally);
});

test("a store made by somebody else", { timeout: LONG }, async () => {
  const tally = tallyOf("a store with triggers, views and columns of others");
  for (const sql of [
    "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM counts; END",
    "DROP VIEW totals; CREATE VIEW totals (code, name, n, first, last) AS SELECT code, load_extension('x'), 1, 1, 1 FROM counts",
    "DROP VIEW totals; CREATE VIEW totals AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS code FROM c",
    "UPDATE sources SET name = name || char(27) || ']0;x' || char(7)",
    "UPDATE generations SET resume = '{\"reading\":', milestones = '[[1', unfinished = 'x'",
    "UPDATE generations SET resume = '[]', milestones = '7', unfinished = 'null'",
    // What other types than its own a column holds, strict tables refuse; a hand that removes them may do that too.
    "PRAGMA legacy_alter_table = ON; CREATE TABLE c AS SELECT * FROM counts; DROP TABLE counts; ALTER TABLE c RENAME TO counts; UPDATE counts SET n = 'many', minute = 'soon'",
    "UPDATE counts SET n = 9e18, minute = 9e15",
    "DELETE FROM codes; DELETE FROM sources",
    "DROP TABLE samples",
  ]) {
    const { home, store } = await hostileStore(tally);
    const db = new Database(store);
    db.unsafeMode();
    db.pragma("foreign_keys = OFF");
    db.exec(sql);
    db.close();
    for (const args of [
      ["report"],
      ["trend"],
      ["ingest", "logs"],
      ["query", "SELECT * FROM totals", "--timeout", "2"],
    ]) {
      const before = tally.corrupted;
      const { stdout, stderr } = await runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
      if (OBEYED.test(`${stdout}${stderr}`)) spoiled(tally, args, stderr);
      if (tally.corrupted > before) console.log(`${sql}: ${args[0]}`);
    }
    tally.injected++;
  }
  expectNoHarm(tally);
});

test("a catalogue made by somebody else", { timeout: LONG }, async () => {
  const tally = tallyOf("a catalogue that is hostile");
  const home = temporaryFolder();
  const file = join(home, "own.json");
  const entry = { code: 10061, title: { en: "\x1b[2J<script>" } };
  const rows = isFull ? 1_000_000 : 20_000;
  for (const content of [
    '{"__proto__": {"polluted": true}, "constructor": 1}',
    '[{"__proto__": {"code": 1}, "code": 10061}]',
    JSON.stringify([entry]),
    JSON.stringify({ entries: [entry], codes: [entry] }),
    "[".repeat(100_000),
    '{"a":'.repeat(100_000),
    "not json \x1b[2J",
    "",
    "null",
    `[${Array.from({ length: rows }, (_, n) => `{"code":${n + 20_000},"name":"OWN_${n}","title":{"en":"x"}}`).join(",")}]`,
  ]) {
    writeFileSync(file, content);
    for (const args of [
      ["explain", "10061"],
      ["annotate", "--no-store"],
    ]) {
      const { stdout, stderr } = await runCommandLine(commandLine([...args, "--catalogue", file]), {
        ...{ cwd: home, tally },
        input: "connect failed: error 10061\n",
      });
      if (OBEYED.test(`${stdout}${stderr}`)) spoiled(tally, [content.slice(0, 40)], `${stdout}${stderr}`.slice(0, 300));
    }
    tally.injected++;
  }
  expectNoHarm(tally);
});

function spoiled(tally: Tally, what: readonly string[], output: string): void {
  tally.corrupted++;
  console.log(`${JSON.stringify(what)}\n${JSON.stringify(output).slice(0, 1500)}`);
}
