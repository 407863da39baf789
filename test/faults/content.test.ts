import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { FIXTURES, temporaryFolder } from "../program.ts";
import { commandLine, countIn, hasStrace, linesOf, occurrencesIn, runCommandLine } from "./scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, random, type Tally, tallyOf } from "./tally.ts";

const LONG = 3_600_000;
const log = linesOf("app", 0, 400);
const occurrences = occurrencesIn(log);

test("archives that break off or have another byte", { timeout: LONG }, async () => {
  const tally = tallyOf("an archive cut, or with a byte that is another");
  const home = temporaryFolder();
  const good = gzipSync(log);
  for (const [n, place] of pointsOf(isFull ? 400 : 6, 6).entries()) {
    const at = Math.floor((place / (isFull ? 401 : 7)) * good.length);
    const flipped = Buffer.from(good);
    flipped[at] = (flipped[at] as number) ^ (1 << Math.floor(random() * 8));
    for (const [kind, bytes] of [["cut", good.subarray(0, at)] as const, ["flipped", flipped] as const]) {
      const [path, store] = [join(home, `${kind}-${n}.log.gz`), join(home, `${kind}-${n}.db`)];
      writeFileSync(path, bytes);
      await ingest(tally, home, [path, "--store", store]);
      tally.injected++;
      // A flipped byte of the header may change nothing. What is broken counts as a whole or not at all.
      const counted = countIn(store, tally);
      if (counted !== 0) compare(tally, counted, occurrences);
      if (kind === "cut" && counted !== 0) tally.corrupted++;
    }
  }
  expectNoHarm(tally);
});

test("an archive that unpacks to a thousand times its size", { timeout: LONG }, async () => {
  const tally = tallyOf("bombs");
  const home = temporaryFolder();
  const bomb = gzipSync(Buffer.alloc((isFull ? 1024 : 128) << 20, "\n"));
  writeFileSync(join(home, "bomb.log.gz"), bomb);
  writeFileSync(join(home, "twice.log.gz"), gzipSync(bomb));
  writeFileSync(join(home, "app.log"), log);
  writeFileSync(join(home, "no.log.br"), brotliCompressSync(log));
  const store = join(home, "x.db");
  const { stderr } = await ingest(tally, home, [home, "--store", store, "--max-decompressed", "16MiB"]);
  tally.injected += 2;
  expect(stderr).toContain("bomb.log.gz");
  compare(tally, countIn(store, tally), occurrences);
  expectNoHarm(tally);
});

test("files that are no logs, and names that are hard to write", { timeout: LONG }, async () => {
  const tally = tallyOf("odd files and names");
  const home = temporaryFolder();
  const logs = join(home, "logs");
  mkdirSync(join(logs, "deep"), { recursive: true });
  symlinkSync("..", join(logs, "deep", "loop"));
  symlinkSync("nowhere.log", join(logs, "dangling.log"));
  symlinkSync("a.log", join(logs, "b.log"));
  symlinkSync("b.log", join(logs, "a.log"));
  writeFileSync(join(logs, "empty.log"), "");
  writeFileSync(join(logs, "zeros.log"), Buffer.alloc(100_000));
  spawnSync("mkfifo", [join(logs, "pipe.log")]);
  const names = [
    "line\nfeed.log",
    "escape\x1b[2J.log",
    "right\u202eto-left.log",
    "-o.log",
    "a b'c\"d.log",
    "*.log",
    "%00.log",
  ];
  for (const [n, name] of names.entries()) writeFileSync(join(logs, name), linesOf(`odd-${n}`, 0, 20));
  writeFileSync(
    Buffer.concat([Buffer.from(`${logs}/invalid-`), Buffer.from([0xff, 0xfe]), Buffer.from(".log")]),
    "x\n",
  );
  const store = join(home, "x.db");
  for (let round = 0; round < 2; round++) {
    const { code } = await ingest(tally, home, [logs, "--store", store]);
    expect(code).not.toBeNull();
    tally.injected++;
    compare(tally, countIn(store, tally), names.length * 10);
  }
  for (const path of ["/proc/self/status", "/proc/self/mem", "/proc/kmsg", "/dev/zero", "/dev/full", "/"]) {
    await runCommandLine(commandLine(["annotate", "--no-store", path]), { cwd: home, tally });
    tally.injected++;
  }
  expectNoHarm(tally);
});

test.skipIf(!hasStrace)("a folder that cannot be read further", { timeout: LONG }, async () => {
  const tally = tallyOf("a folder that vanishes during the walk");
  const home = temporaryFolder();
  const logs = join(home, "logs");
  for (const folder of ["a", "b", "c/d"]) {
    mkdirSync(join(logs, folder), { recursive: true });
    writeFileSync(join(logs, folder, "app.log"), linesOf(folder, 0, 40));
  }
  for (const error of ["ENOENT", "EIO", "EACCES"]) {
    for (const place of pointsOf(10, 3)) {
      const store = join(home, `${error}-${place}.db`);
      const args = ["ingest", logs, "--store", store];
      await runCommandLine(commandLine(args, `getdents64:error=${error}:when=${place}`), { cwd: home, tally });
      tally.injected++;
      await runCommandLine(commandLine(args), { cwd: home, tally });
      compare(tally, countIn(store, tally), 60);
    }
  }
  expectNoHarm(tally);
});

test("a line that never ends", { timeout: LONG }, async () => {
  const tally = tallyOf("a line of millions of codes, or of gigabytes");
  const home = temporaryFolder();
  const [path, store] = [join(home, "app.log"), join(home, "x.db")];
  const piece = "WSAECONNRESET 10054 ".repeat(50_000);
  const file = openSync(path, "w");
  for (let n = 0; n < (isFull ? 3000 : 100); n++) writeSync(file, n === 0 ? `recv: ${piece}` : piece);
  writeSync(file, "\nrecv: WSAETIMEDOUT\n");
  closeSync(file);
  const { code } = await ingest(tally, home, [path, "--store", store]);
  expect(code).toBe(0);
  tally.injected++;
  compare(tally, countIn(store, tally), 2);
  expectNoHarm(tally);
});

/** Seeds that once found something stay here. */
const seeds = [1, 7, 4711];

test("lines and terms with bytes that nobody wrote", { timeout: LONG }, async () => {
  const tally = tallyOf("mutated lines and terms");
  const home = temporaryFolder();
  const lines = readFileSync(join(FIXTURES, "service.log"), "latin1").split("\n").slice(0, 400);
  for (const seed of [...seeds, Math.floor(random() * 2 ** 31)]) {
    const next = randomFrom(seed);
    const mutated = Array.from({ length: isFull ? 50_000 : 4000 }, () => mutate(lines, next)).join("\n");
    const path = join(home, `${seed}.log`);
    writeFileSync(path, mutated, "latin1");
    const json = await runCommandLine(commandLine(["annotate", "--no-store", "--format", "json", path]), {
      cwd: home,
      tally,
    });
    for (const line of json.stdout.toString().trimEnd().split("\n")) {
      const { text, findings } = JSON.parse(line) as {
        text: string;
        findings: { text: string; start: number; end: number }[];
      };
      if (findings.some((finding) => text.slice(finding.start, finding.end) !== finding.text)) tally.corrupted++;
    }
    const shown = await runCommandLine(commandLine(["annotate", "--no-store", "--strict", path]), { cwd: home, tally });
    if (!isSubsequence(mutated, shown.stdout.toString("latin1"))) tally.corrupted++;
    await ingest(tally, home, [path, "--store", join(home, `${seed}.db`)]);
    const terms = Array.from({ length: 40 }, () => mutate(lines, next).replaceAll("\0", "").slice(0, 200));
    await runCommandLine(commandLine(["explain", "--", ...terms]), { cwd: home, tally });
    tally.injected++;
  }
  expectNoHarm(tally);
});

/** A line with some bytes changed, put in, left out, doubled, or with the end of another one. */
function mutate(lines: readonly string[], next: (below: number) => number): string {
  let line = lines[next(lines.length)] as string;
  for (let n = next(6); n >= 0; n--) {
    const [at, length] = [next(line.length + 1), next(12)];
    const ways = [
      () => line.slice(0, at) + String.fromCharCode(next(256)) + line.slice(at + 1),
      () => line.slice(0, at) + String.fromCharCode(next(256)).repeat(length) + line.slice(at),
      () => line.slice(0, at) + line.slice(at + length),
      () => line.slice(0, at) + line.slice(at, at + length).repeat(2) + line.slice(at + length),
      () => line.slice(0, at) + (lines[next(lines.length)] as string).slice(at),
      () => line.slice(0, at) + (marks[next(marks.length)] as string) + line.slice(at),
    ];
    line = (ways[next(ways.length)] as () => string)();
  }
  return line.replaceAll("\n", " ");
}

const marks = [
  "10054",
  "0x80072746",
  "-10061",
  "WSAETIMEDOUT",
  "\x1b[31m",
  "<Event ",
  '"',
  "{",
  "2026-02-30",
  "99:99:99",
  "\xef\xbb\xbf",
  "\r",
];

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Whether all bytes of a text are in another in their order: notes may stand between them. */
function isSubsequence(text: string, other: string): boolean {
  let at = 0;
  for (const char of other) if (char === text[at]) at++;
  return at === text.length;
}

function ingest(tally: Tally, cwd: string, args: readonly string[]) {
  return runCommandLine(commandLine(["ingest", ...args]), { cwd, tally });
}
