import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { commandLine, countIn, linesOf, occurrencesIn, runCommandLine, sceneOf } from "../scene.ts";
import { compare, expectNoHarm, isFull, pointsOf, random, tallyOf } from "../tally.ts";

const LONG = 3_600_000;
const isPosix = process.platform !== "win32";

test.skipIf(!isPosix)("pipes, links that lead back, sockets and devices beside logs", { timeout: LONG }, async () => {
  const tally = tallyOf("FIFOs, loops and devices in a folder");
  const { home, logs, occurrences } = sceneOf(2);
  // More of them than the system calls that Node makes at once.
  for (let n = 0; n < 8; n++) execFileSync("mkfifo", [join(logs, `fifo-${n}.log`)]);
  const links = {
    "zero.log": "/dev/zero",
    "loop.log": "loop.log",
    "up.log": "..",
    "self.log": ".",
    "none.log": "gone",
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(logs, name));
  let deep = logs;
  for (let n = 0; n < 200; n++) deep = join(deep, "d");
  mkdirSync(deep, { recursive: true });
  const last = linesOf("deep", 0, 40);
  writeFileSync(join(deep, "deep.log"), last);
  const store = join(home, "x.db");
  const run = (...args: string[]) => runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
  for (const input of [logs, join(logs, "**")]) {
    expect((await run("ingest", input)).code).toBe(0);
    compare(tally, countIn(store, tally), occurrences + occurrencesIn(last));
    tally.injected += 13;
  }
  for (const name of ["loop.log", "none.log", "zero.log", "up.log"]) {
    const { stderr } = await run("annotate", join(logs, name));
    expect(stderr).toMatch(/^wsa-annotate: .*\.log: /);
    tally.injected++;
  }
  expectNoHarm(tally);
});

test.skipIf(process.platform !== "linux")("files whose size is not what they hold", { timeout: LONG }, async () => {
  const tally = tallyOf("files of /proc and /sys");
  const { home } = sceneOf(0);
  for (const path of [
    "/proc/self/status",
    "/proc/cpuinfo",
    "/proc/self/mem",
    "/proc/self",
    "/proc/kmsg",
    "/sys/kernel/mm",
    "/proc/1",
  ]) {
    for (const command of ["ingest", "annotate"]) {
      const { isHung, stderr } = await runCommandLine(commandLine([command, path]), { cwd: home, tally });
      expect(isHung).toBe(false);
      expect(stderr).not.toMatch(/\bE[A-Z]{3,}: /);
      tally.injected++;
    }
  }
  expectNoHarm(tally);
});

test.skipIf(process.platform !== "linux")(
  "names of files with every byte that a name may have",
  { timeout: LONG },
  async () => {
    const tally = tallyOf("names with line ends, escapes, other directions and invalid UTF-8");
    const { home, logs, occurrences } = sceneOf(1);
    const names = [
      ...[
        "a\nb.log",
        "\x1b]0;x\x07.log",
        "\x1b[2J.log",
        "\u202egol.exe.log",
        "\u2066x.log",
        "-rf.log",
        "*.log",
        "[a].log",
      ],
      ...[
        "%s%n.log",
        "' OR 1=1 --.log",
        "<b>.log",
        "a\tb.log",
        "\r.log",
        " .log",
        "a\\b.log",
        "{x,y}.log",
        "!x.log",
        "é.log",
      ],
    ].map((name) => Buffer.from(name));
    names.push(Buffer.from("\xff\xfe.log", "latin1"), Buffer.from("cut-\xe9\x94.log", "latin1"));
    let expected = occurrences;
    for (const [n, name] of names.entries()) {
      const text = linesOf(`name-${n}`, 0, 60);
      const path = Buffer.concat([Buffer.from(`${logs}/`), name]);
      writeFileSync(path, text);
      // Node reads names as UTF-8: what is none cannot be opened, and is named.
      if (existsSync(path.toString())) expected += occurrencesIn(text);
      tally.injected++;
    }
    const store = join(home, "x.db");
    for (const args of [["ingest", logs], ["ingest", logs, "--dry-run"], ["report"], ["report", "--format", "csv"]]) {
      const { stdout, stderr } = await runCommandLine(commandLine([...args, "--store", store]), { cwd: home, tally });
      // Between the rows of CSV.
      const shown = `${stdout}${stderr}`.replaceAll("\r\n", "\n");
      if (/[\x00-\x08\x0b-\x1f\x7f\u202e\u2066]/.test(shown)) {
        tally.corrupted++;
        console.log(args, JSON.stringify(shown));
      }
    }
    compare(tally, countIn(store, tally), expected);
    for (const name of names.filter((name) => existsSync(`${logs}/${name}`))) {
      const own = join(home, `own-${tally.injected++}.db`);
      const args = ["ingest", `./${name}`, "--store", own];
      const { code, stderr } = await runCommandLine(commandLine(args), { cwd: logs, tally });
      expect({ name: `${name}`, code, stderr }).toMatchObject({ code: 0 });
      compare(tally, countIn(own, tally), 30);
    }
    expectNoHarm(tally);
  },
);

test.skipIf(!isPosix)("folders that vanish during the walk", { timeout: LONG }, async () => {
  const tally = tallyOf("folders and files that vanish while they are read");
  for (let n = 0; n < (isFull ? 60 : 5); n++) {
    const { home, logs, occurrences } = sceneOf(2);
    const gone = join(logs, "gone");
    for (let folder = 0; folder < 60; folder++) {
      mkdirSync(join(gone, `${folder}`), { recursive: true });
      for (let file = 0; file < 4; file++)
        writeFileSync(join(gone, `${folder}`, `${file}.log`), `${linesOf(`gone-${folder}-${file}`, 0, 40)}`);
    }
    const store = join(home, "x.db");
    const running = runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 150 + random() * 250))]);
    for (let folder = 0; folder < 60; folder++) rmSync(join(gone, `${folder}`), { recursive: true, force: true });
    await running;
    tally.injected++;
    // Those that stayed are counted, and of those that went no more than they had.
    const counted = countIn(store, tally);
    tally.lost += Math.max(0, occurrences - counted);
    tally.doubled += Math.max(0, counted - occurrences - 60 * 4 * 20);
    await runCommandLine(commandLine(["ingest", logs, "--store", store]), { cwd: home, tally });
    compare(tally, countIn(store, tally), counted);
  }
  expectNoHarm(tally);
});

const packers: readonly [name: string, pack: (content: Buffer) => Buffer][] = [
  ["gz", (content) => gzipSync(content)],
  ...["xz", "zstd"]
    .filter((tool) => spawnSync(tool, ["--version"]).status === 0)
    .map((tool): [string, (content: Buffer) => Buffer] => [
      tool === "zstd" ? "zst" : tool,
      (content) => execFileSync(tool, ["-q", "-c"], { input: content, maxBuffer: 2 ** 30 }),
    ]),
];

test.each(packers)(
  "%s archives that are broken count nothing, and once whole everything",
  { timeout: LONG },
  async (ending, pack) => {
    const tally = tallyOf(`broken ${ending} archives`);
    const { home } = sceneOf(0);
    const logs = join(home, "packed");
    mkdirSync(logs);
    const content = linesOf("packed", 0, 4000);
    const whole = pack(Buffer.from(content));
    const file = join(logs, `packed.log.${ending}`);
    const spoilt = [
      ...pointsOf(whole.length - 1, 3).map((at) => whole.subarray(0, at)),
      ...pointsOf(whole.length, 4).map((at) => {
        const bytes = Buffer.from(whole);
        bytes[at - 1] = (bytes[at - 1] as number) ^ (1 << Math.floor(random() * 8));
        return bytes;
      }),
      Buffer.concat([whole, Buffer.from("what is no archive")]),
    ].slice(0, isFull ? 400 : undefined);
    for (const bytes of spoilt) {
      const store = join(home, `${tally.injected}.db`);
      writeFileSync(file, bytes);
      const args = ["ingest", logs, "--store", store];
      const { code } = await runCommandLine(commandLine(args), { cwd: home, tally });
      const counted = countIn(store, tally);
      // A bit that changes nothing (a time, a flag) leaves the archive whole.
      if (counted !== 0 && (counted !== 2000 || code !== 0)) tally.corrupted++;
      writeFileSync(file, whole);
      await runCommandLine(commandLine(args), { cwd: home, tally });
      compare(tally, countIn(store, tally), 2000);
      tally.injected++;
    }
    expectNoHarm(tally);
  },
);

test.each(packers)("a %s archive that unpacks to far more than it is", { timeout: LONG }, async (ending, pack) => {
  const tally = tallyOf(`${ending} bombs`);
  const { home, logs, occurrences } = sceneOf(1);
  const size = (isFull ? 4096 : 1280) * 2 ** 20;
  const part = pack(Buffer.alloc(256 * 2 ** 20));
  const bomb = Buffer.concat(Array.from({ length: size / (256 * 2 ** 20) }, () => part));
  writeFileSync(join(logs, `bomb.log.${ending}`), bomb);
  writeFileSync(join(logs, `twice.log.${ending}`), pack(bomb));
  const store = join(home, "x.db");
  const args = ["ingest", logs, "--store", store, "--max-decompressed", "64MiB"];
  const timed = ["sh", "-c", 'ulimit -t 60; exec "$@"', "sh"];
  const { code, stderr, signal } = await runCommandLine([...timed, ...commandLine(args)], { cwd: home, tally });
  expect({ code, signal, stderr }).toEqual({ code: 2, signal: null, stderr: expect.stringContaining("bomb.log") });
  compare(tally, countIn(store, tally), occurrences);
  tally.injected += 2;
  expectNoHarm(tally);
});
