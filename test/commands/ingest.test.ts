import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../program.ts";
import { countedIn, logLines } from "./counted.ts";

/** A folder with logs and a store beside it. */
function scene() {
  const home = temporaryFolder();
  const logs = join(home, "logs");
  mkdirSync(logs);
  const store = join(home, "x.db");
  const ingest = (...paths: string[]) => run(["ingest", ...paths, "--store", store], { home });
  return { home, logs, log: join(logs, "a.log"), store, ingest };
}

describe("ingest counts once", () => {
  test("what is read again, from the folder, a pattern or standard input", async () => {
    const { home, logs, log, store, ingest } = scene();
    writeFileSync(log, logLines(0, 7));
    expect((await ingest("logs")).stderr).toMatch(/1 log read .* 7 occurrences of 1 code counted/);
    touch(log);
    expect((await ingest(logs)).stderr).toMatch(/nothing new.* 7 more were counted before/);
    await ingest("logs/*.log*");
    await run(["ingest", "-", "--source", "logs/a.log", "--store", store], { home, input: readFileSync(log) });
    expect(await countedIn(store)).toBe(7);
  });

  test.each<[string, (log: string) => void]>([
    ["renamed", (log) => renameSync(log, `${log}.1`)],
    [
      "copied and cut",
      (log) => {
        cpSync(log, `${log}.1`);
        truncateSync(log);
      },
    ],
    [
      "renamed and compressed",
      (log) => {
        writeFileSync(`${log}.1.gz`, gzipSync(readFileSync(log)));
        rmSync(log);
      },
    ],
  ])("a log that is %s between runs, three times", async (_, rotate) => {
    const { logs, log, store, ingest } = scene();
    let written = 0;
    const write = (n: number) => {
      appendFileSync(log, logLines(written, written + n));
      written += n;
    };
    for (let round = 0; round < 3; round++) {
      write(200);
      await ingest(logs);
      write(150);
      rotate(log);
      for (const suffix of ["1", "1.gz"]) {
        try {
          renameSync(`${log}.${suffix}`, `${log}.${suffix.replace("1", String(9 - round))}`);
        } catch {
          // The other suffix is the one in use.
        }
      }
      write(50);
    }
    await ingest(logs);
    expect(await countedIn(store)).toBe(written);
  });

  test("when it is killed again and again before it ends", async () => {
    const { home, logs, log, store, ingest } = scene();
    writeFileSync(log, logLines(0, 10_000));
    writeFileSync(`${log}.1.gz`, gzipSync(logLines(100_000, 130_000)));
    // Each is a commit of its own, so that most of the time is spent in the middle of one.
    for (let n = 0; n < 1000; n++) {
      writeFileSync(join(logs, `${n}.log`), logLines(n * 100, n * 100 + 50));
      touch(join(logs, `${n}.log`), 60);
    }
    for (let n = 1; n <= 6; n++) {
      const child = start(["ingest", logs, "--store", store], { home });
      const kill = setTimeout(() => child.kill("SIGKILL"), 150 * n);
      await ended(child);
      clearTimeout(kill);
    }
    await ingest(logs);
    expect(await countedIn(store)).toBe(90_000);
  });
});

describe("ingest reads", () => {
  const text = logLines(0, 500);

  test.each<[string, (bytes: Buffer) => Buffer | null]>([
    ["gzip", gzipSync],
    [
      "gzip of several members, padded with zeros",
      (bytes) => Buffer.concat([gzipSync(bytes.subarray(0, 999)), gzipSync(bytes.subarray(999)), Buffer.alloc(512)]),
    ],
    ["zstd", (bytes) => packed("zstd", bytes)],
    ["zstd of several frames, padded with zeros between and behind them", padded],
    ["xz", (bytes) => packed("xz", bytes)],
  ])("%s by its first bytes, not its name", async (_, pack) => {
    const { log, store, ingest } = scene();
    const bytes = pack(Buffer.from(text));
    if (bytes === null) return console.log("not tried: the program that packs it is not installed");
    writeFileSync(log, bytes);
    expect((await ingest(log)).code).toBe(0);
    expect(await countedIn(store)).toBe(500);
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["a cut gzip archive", (bytes) => gzipSync(bytes).subarray(0, -9)],
    [
      "a gzip archive with a wrong byte at its end",
      (bytes) => {
        const packed = gzipSync(bytes);
        packed[packed.length - 6] = ~(packed[packed.length - 6] as number);
        return packed;
      },
    ],
    [
      "a gzip archive with garbage behind it",
      (bytes) => Buffer.concat([gzipSync(bytes), gzipSync(bytes).subarray(0, 50)]),
    ],
  ])("nothing of %s, and says so", async (_, spoil) => {
    const { logs, log, store, ingest } = scene();
    writeFileSync(`${log}.gz`, spoil(Buffer.from(text)));
    writeFileSync(join(logs, "b.log"), logLines(0, 3));
    touch(`${log}.gz`, 60);
    for (let n = 0; n < 2; n++) {
      const { stderr, code } = await ingest(logs);
      expect(stderr).toMatch(/a\.log\.gz: is a broken or unfinished gzip archive/);
      expect(code).toBe(2);
    }
    expect(await countedIn(store)).toBe(3);
    writeFileSync(`${log}.gz`, gzipSync(text));
    await ingest(logs);
    expect(await countedIn(store)).toBe(503);
  });

  test("an archive up to what it may hold", async () => {
    const { home, log, store } = scene();
    writeFileSync(log, gzipSync(text));
    const ingest = (most: string) => run(["ingest", log, "--store", store, "--max-decompressed", most], { home });
    const { stderr, code } = await ingest("20K");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/unpacks to more than 20480 bytes/)]);
    expect(await countedIn(store)).toBe(0);
    await ingest("1M");
    expect(await countedIn(store)).toBe(500);
  });

  test("every kind of file that is no log, without waiting for it", async (context) => {
    if (process.platform === "win32") return context.skip("needs named pipes in folders");
    const { home, logs, log, store } = scene();
    writeFileSync(log, logLines(0, 2));
    for (let n = 0; n < 6; n++) execFileSync("mkfifo", [join(logs, `fifo${n}`)]);
    symlinkSync("nowhere", join(logs, "dangling"));
    symlinkSync("loop", join(logs, "loop"));
    symlinkSync("..", join(logs, "up"));
    writeFileSync(join(logs, ".hidden"), logLines(0, 2));
    writeFileSync(join(logs, "core"), Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7) % 256)));
    writeFileSync(join(logs, "a.log.1.bz2"), "BZh91AY&SY");
    const { stdout, code } = await run(["ingest", logs, "/dev/zero", "--json", "--store", store], { home });
    const { skipped, failed, occurrences } = JSON.parse(stdout);
    expect([code, occurrences, failed]).toEqual([2, 2, [{ path: "/dev/zero", why: "is a device" }]]);
    const reasons = Object.fromEntries(
      skipped.map(({ path, why }: Record<string, string>) => [path?.slice(logs.length + 1), why]),
    );
    expect(reasons).toMatchObject({
      ".hidden": "hidden",
      core: "binary",
      up: "a link to a folder",
      fifo5: "a pipe, socket or device",
    });
    expect(reasons["a.log.1.bz2"]).toBe("a bzip2 archive");
  });

  test("a pipe that is named, to its end", async (context) => {
    if (process.platform === "win32") return context.skip("needs named pipes in folders");
    const { home, store } = scene();
    execFileSync("mkfifo", [join(home, "pipe")]);
    const child = start(["ingest", "pipe", "--store", store], { home });
    writeFileSync(join(home, "pipe"), logLines(0, 4));
    expect((await ended(child)).code).toBe(0);
    expect(await countedIn(store)).toBe(4);
  });

  test("a log's rotated files before it, oldest first", async () => {
    const { home, logs } = scene();
    for (const name of [
      "a.log",
      "a.log.1",
      "a.log.10.gz",
      "a.log.2.gz",
      "b.log",
      "b.log-20261121",
      "b.log-20261120.gz",
    ]) {
      writeFileSync(join(logs, name), logLines(0, 1));
    }
    const { stdout } = await run(["ingest", "logs", "--dry-run", "--json"], { home });
    expect(JSON.parse(stdout).logs.map(({ path }: { path: string }) => path.slice(5))).toEqual([
      ...["a.log.10.gz", "a.log.2.gz", "a.log.1", "a.log"],
      ...["b.log-20261120.gz", "b.log-20261121", "b.log"],
    ]);
  });

  test("a folder of 1,000 logs, and the second time none of them", async () => {
    const { logs, store, ingest } = scene();
    for (let n = 0; n < 1000; n++) {
      writeFileSync(join(logs, `${n}.log`), `${logLines(n, n + 1)}${n}\n`);
      touch(join(logs, `${n}.log`), 60);
    }
    await ingest(logs);
    expect((await ingest(logs)).stderr).toMatch(/0 logs read \(0 B\), 1000 unchanged, nothing new/);
    expect(await countedIn(store)).toBe(1000);
  });
});

describe("ingest opens no file again that is as it was when all of it was counted", () => {
  test.each<[string, number, (log: string) => void]>([
    ["longer", 4, (log) => appendFileSync(log, logLines(3, 4))],
    ["written anew in the same length", 6, (log) => writeFileSync(log, logLines(4, 7))],
    [
      "another file of the same length and time",
      6,
      (log) => {
        const { mtime } = statSync(log);
        renameSync(log, `${log}.1`);
        writeFileSync(log, logLines(4, 7));
        utimesSync(log, mtime, mtime);
      },
    ],
  ])("but one that is %s", async (_, occurrences, change) => {
    const { logs, log, store, ask } = asking();
    writeFileSync(log, logLines(0, 3));
    touch(log, 60);
    expect(await ask("logs", "--dry-run")).toEqual([1, 0]);
    expect(await ask("logs")).toEqual([1, 0]);
    expect(await ask(logs, "--dry-run")).toEqual([0, 1]);
    expect(await ask("logs/*.log")).toEqual([0, 1]);
    expect(await ask(log)).toEqual([0, 1]);
    expect(await ask(log, "--source", "other.log", "--dry-run")).toEqual([1, 0]);
    change(log);
    expect(await ask(log)).toEqual([1, 0]);
    expect(await countedIn(store)).toBe(occurrences);
  });

  test("but one that was written so lately that more could be written at the same time of its clock", async () => {
    const { log, ask } = asking();
    writeFileSync(log, logLines(0, 3));
    touch(log, -60);
    for (let n = 0; n < 2; n++) expect(await ask(log)).toEqual([1, 0]);
  });

  function asking() {
    const there = scene();
    const { home, store } = there;
    const ask = async (...args: string[]) => {
      const { stdout } = await run(["ingest", ...args, "--store", store, "--json"], { home });
      const { logs, unchanged } = JSON.parse(stdout);
      return [logs.length, unchanged];
    };
    return { ...there, ask };
  }
});

describe("ingest stops", () => {
  test("within a block when it is interrupted, and goes on where it stopped", async (context) => {
    if (process.platform === "win32") return context.skip("needs signals");
    const { home, logs, log, store, ingest } = scene();
    writeFileSync(log, logLines(0, 300_000));
    const child = start(["ingest", logs, "--store", store], { home });
    const end = ended(child);
    await expect.poll(() => existsSync(store), { timeout: 30_000, interval: 20 }).toBe(true);
    child.kill("SIGINT");
    const { code, stderr } = await end;
    expect(code, stderr).toBe(130);
    await ingest(logs);
    expect(await countedIn(store)).toBe(300_000);
  });

  test.each([
    [["nowhere.log"], /nowhere\.log: no such file/],
    [["no*where"], /no\*where: no file matches/],
    [["--encoding", "klingon", "a.log"], /no such encoding/],
    [["--max-decompressed", "much", "a.log"], /is no size/],
  ])("with 2 and a hint: %j", async (args, message) => {
    const { code, stderr } = await run(["ingest", ...args, "--no-store"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\n {2}hint: /);
  });
});

/** Gives a file a time so many seconds ago. */
function touch(path: string, secondsAgo = 0): void {
  const time = Math.floor(Date.now() / 1000) - secondsAgo;
  utimesSync(path, time, time);
}

/** Frames with and without a checksum, of contents that end with zeros themselves, and a frame to be skipped. */
function padded(bytes: Buffer): Buffer | null {
  const zeros = Buffer.alloc(3000);
  const skipped = Buffer.from("502a4d180500000000000000ff", "hex");
  const frames = [bytes.subarray(0, 999), Buffer.concat([bytes.subarray(999), zeros])].map((part) =>
    packed("zstd", part),
  );
  const [first, second] = frames;
  if (first == null || second == null) return null;
  return Buffer.concat([
    first,
    Buffer.alloc(1),
    second,
    skipped,
    Buffer.alloc(700),
    packed("zstd", zeros) as Buffer,
    zeros,
  ]);
}

function packed(program: string, input: Buffer): Buffer | null {
  try {
    return execFileSync(program, ["-c"], { input, stdio: ["pipe", "pipe", "ignore"] });
  } catch {
    return null;
  }
}
