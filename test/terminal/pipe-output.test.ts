import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { createPipeOutput } from "../../src/terminal/pipe-output.ts";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wsa-annotate-pipe-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pieces = Array.from({ length: 40 }, (_, i) => `${i}:${"x".repeat(i * 1000)}\n`);

function collect(into: Buffer[]): Writable {
  return new Writable({
    write(bytes: Buffer, _encoding, done) {
      into.push(Buffer.from(bytes));
      done();
    },
  });
}

async function send(output: Writable): Promise<void> {
  for (const piece of pieces) output.write(piece);
  output.end();
  await once(output, "finish");
}

describe("an output for a pipe", () => {
  test("writes everything in order", async () => {
    const path = join(folder, "whole");
    const fd = openSync(path, "w");
    const rest: Buffer[] = [];
    await send(createPipeOutput(fd, () => collect(rest)));
    closeSync(fd);
    expect(readFileSync(path, "latin1")).toBe(pieces.join(""));
    expect(rest).toEqual([]);
  });

  test("takes more while a block is written, and not without end", async () => {
    const fd = openSync(join(folder, "more"), "w");
    const output = createPipeOutput(fd, () => collect([]));
    const block = Buffer.alloc(64 * 1024);
    expect(Array.from({ length: 20 }, () => output.write(block))).toEqual([
      ...Array(15).fill(true),
      ...Array(5).fill(false),
    ]);
    output.end();
    await once(output, "finish");
    closeSync(fd);
  });

  test.skipIf(process.platform === "win32")("leaves what a pipe does not wait for to the other output", async () => {
    const path = join(folder, "fifo");
    execFileSync("mkfifo", [path]);
    const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const rest: Buffer[] = [];
    await send(createPipeOutput(fd, () => collect(rest)));
    const room = Buffer.alloc(1 << 20);
    const length = readSync(fd, room);
    closeSync(fd);
    expect(length).toBeGreaterThan(0);
    expect(rest.length).toBeGreaterThan(0);
    expect(room.toString("latin1", 0, length) + Buffer.concat(rest).toString("latin1")).toBe(pieces.join(""));
  });

  test("passes an error on", async () => {
    const fd = openSync(join(folder, "whole"), "r");
    const output = createPipeOutput(fd, () => collect([]));
    output.write("text");
    const [error] = await once(output, "error");
    closeSync(fd);
    expect(error.code).toBe("EBADF");
  });
});

describe.skipIf(process.platform === "win32")("the program in a pipeline", () => {
  const log = join(folder, "app.log");
  writeFileSync(log, "2026-11-20 00:00:01 INFO all is well\n".repeat(30_000));

  test("writes a log to a pipe as it is", () => {
    const command = `"${process.execPath}" "${CLI}" annotate --no-store "${log}" | cat`;
    const out = execFileSync("bash", ["-c", command], { encoding: "utf8", maxBuffer: 1 << 24 });
    expect(out === readFileSync(log, "utf8")).toBe(true);
  });

  test("ends when its reader has seen enough", () => {
    const command = `"${process.execPath}" "${CLI}" annotate --no-store "${log}" | head -n 1; echo "\${PIPESTATUS[0]}"`;
    expect(execFileSync("bash", ["-c", command], { encoding: "utf8" })).toBe(
      "2026-11-20 00:00:01 INFO all is well\n0\n",
    );
  });

  test("ends at once at the second signal, though its reader reads nothing", async () => {
    const path = join(folder, "stuck");
    execFileSync("mkfifo", [path]);
    // A reader that never reads, and the end to write to.
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const fd = openSync(path, constants.O_WRONLY);
    const child = spawn(process.execPath, [CLI, "annotate", "--no-store", log], { stdio: ["ignore", fd, "ignore"] });
    closeSync(fd);
    // What it has written shows that it is at work, and that it will wait.
    for (let length = 0; length === 0; ) {
      await new Promise((resolve) => setImmediate(resolve));
      length = tryRead(reader);
    }
    child.kill("SIGINT");
    const signals = setInterval(() => child.kill("SIGINT"), 20);
    const [code, signal] = await once(child, "exit");
    clearInterval(signals);
    closeSync(reader);
    expect(code === 130 || signal === "SIGINT").toBe(true);
  });
});

function tryRead(fd: number): number {
  try {
    return readSync(fd, Buffer.alloc(1));
  } catch {
    return 0;
  }
}
