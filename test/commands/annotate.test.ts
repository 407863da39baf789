import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CLI, ended, FIXTURES, run, start, temporaryFolder } from "../program.ts";

const records = (stdout: string) =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("annotate finds", () => {
  const spellings = [
    "WSAECONNRESET",
    "error 10054 on socket",
    "[WinError 10054] x",
    "os error 10054",
    "SocketException (10054): x",
    "recv hr=0x80072746",
    "connect code -2147014842",
    "socket err=0x2746",
  ];

  test("one error in all its spellings", async () => {
    const { stdout } = await run(["--no-store", "--format", "json"], { input: `${spellings.join("\n")}\n` });
    expect(records(stdout).map(({ line, findings }) => [line, findings[0].name])).toEqual(
      spellings.map((_, i) => [i + 1, "WSAECONNRESET"]),
    );
  });

  test("nothing in numbers that are something else", async () => {
    const input = [
      "listening on 10050",
      "connected to 10.0.0.5:10054 as pid 10061",
      "took 10060 ms, sent 10054 bytes",
      "version 10.0.10049, build 10048",
      "{7b0f10054-1111-2222-3333-100541006110}",
      "GET https://shop.example/items/10054?ref=10061",
      "on 2026-10-10 10:04:10.054",
      "error 6",
    ].join("\n");
    expect((await run(["--no-store", "--format", "json"], { input })).stdout).toBe("");
  });

  test("the code and not the counter beside it", async () => {
    const { stdout } = await run(["--no-store", "--format", "json"], { input: "recv error 10054 after n=997\n" });
    expect(records(stdout)[0].findings).toMatchObject([{ code: 10054 }]);
  });

  test("a small code only where the line speaks of sockets", async () => {
    const { stdout } = await run(["--no-store", "--format", "json"], { input: "WSAGetLastError() = 6\nerror 6\n" });
    expect(records(stdout)).toMatchObject([{ line: 1, findings: [{ name: "WSA_INVALID_HANDLE" }] }]);
  });

  test("a date in the order that is given", async () => {
    const input = "05/06/2026 08:30:00 recv error 10054\n";
    for (const [order, time] of [
      ["dmy", "2026-06-05T08:30:00.000Z"],
      ["mdy", "2026-05-06T08:30:00.000Z"],
      ["auto", "2026-05-06T08:30:00.000Z"],
    ] as const) {
      const args = ["--no-store", "--format", "json", "--tz", "UTC", "--date-order", order];
      expect(records((await run(args, { input })).stdout)).toMatchObject([{ time }]);
    }
  });

  test("a date by a day above 12 that comes later in the file, once the stamp of a message is left alone", async () => {
    const log = join(temporaryFolder(), "app.log");
    const lines = [
      "05/06/2026 08:30:00 poll",
      "  Not After: 01/02/2027 00:00:00",
      "recv error 10054",
      "22/06/2026 08:30:00 poll",
    ];
    writeFileSync(log, lines.join("\n"));
    const { stdout } = await run(["--no-store", "--format", "json", "--tz", "UTC", log]);
    expect(records(stdout)).toMatchObject([{ line: 3, time: "2026-06-05T08:30:00.000Z" }]);
  });

  test("offsets in the text as JavaScript counts, and what else the line tells", async () => {
    const input = "2026-11-20T01:02:03Z 连接 10.0.0.5:5432 失败: connect error 10061\n";
    const [record] = records((await run(["--no-store", "--format", "json", "--source", "app.log"], { input })).stdout);
    expect(record).toMatchObject({
      source: "app.log",
      line: 1,
      time: "2026-11-20T01:02:03.000Z",
      operation: "connect",
      endpoint: "10.0.0.5:5432",
      text: input.trimEnd(),
    });
    const [{ text, start, end }] = record.findings;
    expect(record.text.slice(start, end)).toBe(text);
  });
});

test("annotate --debug counts what was searched, what could be a code and what is one", async () => {
  const input = "all is well\nlistening on 10050\nerror 10054 on socket\nWSAECONNRESET, error 10061\n";
  const { stderr } = await run(["--no-store", "--debug"], { input });
  expect(stderr).toBe(`wsa-annotate: ${input.length} bytes, 4 lines, 3 candidates, 2 confirmed\n`);
  expect((await run(["--no-store"], { input })).stderr).toBe("");
});

describe("annotate passes on", () => {
  test("every byte of what is no text at all", async () => {
    const input = randomBytes(8 << 20);
    const { bytes, code } = await run(["--no-store"], { input });
    expect(sha(bytes)).toBe(sha(input));
    expect(code).toBe(0);
  });

  test.each([
    ["lines that end in CR LF, and a last one that does not end", "a\r\n\r\nb\0c\r\nd"],
    ["no line at all", ""],
    ["bytes that are not UTF-8", Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x0d, 0x0a])],
  ])("%s", async (_, input) => {
    expect((await run(["--no-store"], { input })).bytes).toEqual(Buffer.from(input));
  });

  test.each(["inline", "suffix"])("the log as it was, once what %s adds is taken away", async (style) => {
    const input = readFileSync(join(FIXTURES, "service.log"));
    const { stdout } = await run(["--no-store", "--style", style, join(FIXTURES, "service.log")]);
    expect(stdout.length).toBeGreaterThan(input.toString().length);
    expect(stdout.replace(/ «[^»]*»/g, "")).toBe(input.toString());
  });

  test("a line as soon as it is there", async () => {
    const child = start(["--no-store"]);
    child.stdin.write("recv failed: 10054\n");
    const [first] = await once(child.stdout, "data");
    expect(String(first)).toMatch(/^recv failed: 10054 «WSAECONNRESET/);
    child.stdin.end();
    await ended(child);
  });

  test("a line that is JSON as JSON, with a field more", async () => {
    const input =
      '{"level":50,"msg":"connect ECONNREFUSED","err":{"errno":-4078,"note":"socket error 10061"}}\n{"a":1}\n';
    const { stdout } = await run(["--no-store", "--style", "below"], { input });
    const [first, second] = records(stdout);
    expect(first).toMatchObject({ level: 50, winsock: [{ code: 10061, name: "WSAECONNREFUSED" }] });
    expect(second).toEqual({ a: 1 });
  });

  test("quietly less, when the reader has seen enough", async () => {
    const child = start([
      "--no-store",
      join(FIXTURES, "service.log"),
      ...Array(50).fill(join(FIXTURES, "service.log")),
    ]);
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(child.stderr.read()).toBeNull();
  });

  test("standard input where a dash stands among files", async () => {
    const log = join(temporaryFolder(), "a.log");
    writeFileSync(log, "from the file\n");
    const { stdout } = await run(["--no-store", log, "-", log], { input: "from the pipe\n" });
    expect(stdout).toBe("from the file\nfrom the pipe\nfrom the file\n");
  });

  test("only lines with a code, when asked", async () => {
    const { stdout } = await run(["--no-store", "-o"], { input: "fine\nrecv failed: 10054\nfine\n" });
    expect(stdout).toMatch(/^recv failed: 10054 .*\n$/);
  });

  test("a line of 400 MB in bounded memory", async (context) => {
    if (process.platform !== "linux") return context.skip("needs /proc to see the memory of another process");
    const child = start(["--no-store"]);
    const block = Buffer.alloc(1 << 20, "x");
    let passed = 0;
    child.stdout.on("data", (bytes: Buffer) => {
      passed += bytes.length;
    });
    for (let n = 0; n < 400; n++) if (!child.stdin.write(block)) await once(child.stdin, "drain");
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    expect(Number(peak)).toBeLessThan(200 * 1024);
    child.stdin.end(" recv failed: 10054\n");
    await once(child, "close");
    expect(passed).toBeGreaterThan(400 << 20);
  });
});

describe("annotate on a terminal", () => {
  const hostile = "\x1b]0;x\x07 \x1b[2J \u009b \u202e \x7f recv failed: 10054\r\n\ttab \x1b[31m\n";

  /** Runs the program on a terminal of its own and returns what reaches its screen. */
  function onTerminal(context: { skip: (why: string) => void }, ...args: string[]): string | undefined {
    const log = join(temporaryFolder(), "evil.log");
    writeFileSync(log, hostile);
    const command = [process.execPath, CLI, "--no-store", ...args, log].map((word) => `'${word}'`).join(" ");
    const { stdout, error } = spawnSync("script", ["-qec", command, "/dev/null"], { encoding: "latin1" });
    if (error) context.skip("needs the command script (util-linux) to make a terminal");
    return stdout;
  }

  test("lets no control character of the log through", (context) => {
    const screen = onTerminal(context, "--color", "never");
    expect(screen).toContain("10054");
    expect(screen?.replace(/[\t\r\n]/g, "")).not.toMatch(/[\x00-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]/);
    expect(screen).toContain("\\x1b]0;x\\x07");
  });

  test("explains in colour", (context) => {
    expect(onTerminal(context)).toContain("\x1b[31m \xc2\xabWSAECONNRESET");
  });
});

describe("annotate explains", () => {
  test.each([
    ["inline", / «WSAECONNREFUSED: connection refused» to x\n$/],
    ["suffix", /to x «WSAECONNREFUSED: connection refused; .+»\n$/],
    ["below", /to x\n {2}└ WSAECONNREFUSED: .+\n {4}likely cause: .+\n {4}next step: .*\n$/],
  ])("in the style %s", async (style, shape) => {
    const { stdout } = await run(["--no-store", "--style", style], { input: "connect error 10061 to x\n" });
    expect(stdout).toMatch(shape);
  });

  test("in Chinese", async () => {
    const { stdout } = await run(["--no-store", "--lang", "zh"], { input: "recv failed: 10054\n" });
    expect(stdout).toMatch(/«WSAECONNRESET：\p{Script=Han}+/u);
  });

  test("with the host and the port of the line", async () => {
    const { stdout } = await run(["--no-store", "--style", "below"], {
      input: "connect to db-2:5432 failed: [WinError 10061]\n",
    });
    expect(stdout).toContain("5432");
    expect(stdout).not.toMatch(/\b(PORT|HOST)\b/);
  });

  test("in colour only when asked or on a terminal", async () => {
    const input = "recv failed: 10054\n";
    expect((await run(["--no-store"], { input })).stdout).not.toContain("\x1b");
    expect((await run(["--no-store", "--color", "always"], { input })).stdout).toContain("\x1b[31m");
  });
});

describe("annotate counts", () => {
  const total = async (store: string) => {
    const { stdout } = await run([
      "query",
      "select coalesce(sum(n), 0) as n from counts",
      "--store",
      store,
      "--format",
      "json",
    ]);
    return JSON.parse(stdout)[0].n;
  };

  test("what the fixture holds, code by code", async () => {
    const store = join(temporaryFolder(), "x.db");
    const expected = JSON.parse(readFileSync(join(FIXTURES, "service.expected.json"), "utf8"));
    await run([join(FIXTURES, "service.log"), "--store", store]);
    const { stdout } = await run([
      "query",
      "select code, n from totals order by code",
      "--store",
      store,
      "--format",
      "json",
    ]);
    expect(Object.fromEntries(JSON.parse(stdout).map(({ code, n }: { code: number; n: number }) => [code, n]))).toEqual(
      expected.counts,
    );
  });

  test("a file once, and what is appended once more", async () => {
    const folder = temporaryFolder();
    const [log, store] = [join(folder, "a.log"), join(folder, "x.db")];
    writeFileSync(log, "recv failed: 10054\nfine\nrecv failed: 10054");
    await run([log, "--store", store]);
    expect(await total(store)).toBe(2);
    await run([log, "--store", store]);
    expect(await total(store)).toBe(2);
    writeFileSync(log, "recv failed: 10054\nfine\nrecv failed: 10054\nrecv failed: 10054\n");
    await run([log, "--store", store]);
    expect(await total(store)).toBe(3);
  });

  test("standard input once per run, and once for all when it has a name", async () => {
    const store = join(temporaryFolder(), "x.db");
    const input = "recv failed: 10054\n";
    for (let n = 0; n < 2; n++) await run(["--store", store], { input });
    expect(await total(store)).toBe(2);
    for (let n = 0; n < 2; n++) await run(["--store", store, "--source", "app.log"], { input: `${input}fine\n` });
    expect(await total(store)).toBe(3);
  });

  test("everything when eight write to a new store at once", async () => {
    const store = join(temporaryFolder(), "x.db");
    const input = "recv failed: 10054\n".repeat(500);
    const runs = await Promise.all(Array.from({ length: 8 }, () => run(["--store", store], { input })));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(Array(8).fill([0, ""]));
    expect(await total(store)).toBe(4000);
  });

  test("what has gone by when it is interrupted, and says so", async () => {
    const store = join(temporaryFolder(), "x.db");
    const child = start(["--store", store]);
    child.stdin.write("recv failed: 10054\nunfinished");
    await once(child.stdout, "data");
    child.kill("SIGINT");
    const { code, stderr } = await ended(child);
    expect(code).toBe(130);
    expect(stderr).toMatch(/1 occurrence/);
    expect(await total(store)).toBe(1);
  });

  test("at least every second while the log goes on", async () => {
    const store = join(temporaryFolder(), "x.db");
    const child = start(["--store", store]);
    child.stdin.write("recv failed: 10054\n");
    await once(child.stdout, "data");
    await expect.poll(async () => existsSync(store) && total(store), { timeout: 10_000, interval: 200 }).toBe(1);
    child.stdin.end();
    await ended(child);
  });

  test("nothing with --no-store", async () => {
    const home = temporaryFolder();
    await run(["--no-store"], { input: "recv failed: 10054\n", home });
    expect(existsSync(join(home, "wsa-annotate"))).toBe(false);
  });
});

describe("annotate is told what cannot be done", () => {
  const good = () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "good.log"), "recv failed: 10054\n");
    return folder;
  };

  test.each([
    ["a file that is not there", "gone.log", () => undefined, /gone\.log: no such file\n {2}hint: /],
    ["a folder", "folder", (path: string) => mkdirSync(path), /folder: is a folder\n {2}hint: /],
    ["a link to itself", "loop.log", (path: string) => symlinkSync(path, path), /loop\.log: .+\n {2}hint: /],
  ])("%s, and does the rest", async (_, name, make, message) => {
    const folder = good();
    make(join(folder, name));
    const { code, stderr, stdout } = await run(["--no-store", join(folder, name), join(folder, "good.log")]);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(stdout).toContain("«WSAECONNRESET");
    expect(code).toBe(2);
  });

  test("a store that is no database: nothing is written to it, the log still goes by", async () => {
    const folder = good();
    const store = join(folder, "notes.txt");
    writeFileSync(store, "these are my notes, not a database, and they shall stay\n");
    const { code, stderr, stdout } = await run(["--store", store, join(folder, "good.log")]);
    expect(stderr).toMatch(/notes\.txt: .+\n {2}hint: .+\n$/);
    expect(stdout).toContain("«WSAECONNRESET");
    expect(code).toBe(2);
    expect(readFileSync(store, "utf8")).toMatch(/^these are my notes/);
  });

  test.each([
    ["an unknown flag", ["--colour", "always"]],
    ["an unknown value", ["--style", "sideways"]],
    ["an unknown zone", ["--tz", "Mars/Olympus"]],
    ["two values for one", ["--tz", "UTC", "--tz", "UTC"]],
  ])("%s", async (_, args) => {
    const { code, stderr, stdout } = await run(["--no-store", ...args]);
    expect(stderr).toMatch(/^wsa-annotate: .+\n {2}hint: .+\n$/);
    expect([code, stdout]).toEqual([2, ""]);
  });

  test("a full device as output", (context) => {
    if (!existsSync("/dev/full")) return context.skip("needs /dev/full");
    const { status, stderr } = spawnSync(process.execPath, [CLI, "--no-store", join(FIXTURES, "service.log")], {
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    });
    expect(String(stderr)).toMatch(/^wsa-annotate: .*no space left on the device.*\n/);
    expect(String(stderr)).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });
});
