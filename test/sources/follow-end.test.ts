import { appendFileSync, copyFileSync, mkdirSync, renameSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { WsaError } from "../../src/error.ts";
import type { Source } from "../../src/log/source.ts";
import { readLog } from "../../src/read/read-log.ts";
import { followLogs } from "../../src/sources/follow/follow-logs.ts";
import { temporaryFolder } from "../program.ts";
import { keepingSink, stagesWith } from "../read/stages.ts";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `id=${from + n} connect failed: error 10061\n`).join("");

/** Follows a log as the engine does, and aborts at a step that is counted from `arm` on. */
function following() {
  const logs = join(temporaryFolder(), "logs");
  const log = join(logs, "app.log");
  mkdirSync(logs);
  writeFileSync(log, lines(0, 200));
  const stop = new AbortController();
  let steps = Number.NEGATIVE_INFINITY;
  let at = 0;
  const read = { lines: 0, isWhole: false };
  const step = () => {
    if (++steps === at) stop.abort();
  };
  const stages = stagesWith({
    pass: () => undefined,
    record: (bytes) => {
      read.isWhole ||= bytes.startsWith("id=299 ");
      if (++read.lines % 100 === 0) step();
    },
  });
  const visit = async (source: Source) => {
    step();
    await nextTurn();
    step();
    await readLog(source, stages, keepingSink(), stop.signal).catch((error) => {
      if (!stop.signal.aborted) throw error;
    });
    step();
  };
  return {
    ...{ log, stop, read },
    arm(number: number) {
      steps = 0;
      at = number;
    },
    ended: followLogs([logs], {
      windows: false,
      options: { host: "here" },
      signal: stop.signal,
      visit,
      fail: () => undefined,
    }),
  };
}

test.each<[string, (log: string) => void]>([
  [
    "a log is copied and cut",
    (log) => {
      copyFileSync(log, `${log}.1`);
      truncateSync(log);
      appendFileSync(log, lines(200, 300));
    },
  ],
  [
    "a log is renamed",
    (log) => {
      renameSync(log, `${log}.1`);
      writeFileSync(log, lines(200, 300));
    },
  ],
  [
    "a log is deleted and begun again",
    (log) => {
      unlinkSync(log);
      writeFileSync(log, lines(200, 300));
    },
  ],
])("following ends at whatever step it is stopped after %s", { timeout: 60_000 }, async (_, rotate) => {
  for (let at = 1; ; at++) {
    const { log, stop, read, arm, ended } = following();
    await vi.waitUntil(() => read.lines >= 200, { timeout: 20_000, interval: 5 });
    arm(at);
    rotate(log);
    await vi.waitUntil(() => stop.signal.aborted || read.isWhole, { timeout: 20_000, interval: 5 });
    const isBehind = !stop.signal.aborted;
    stop.abort();
    await ended;
    if (!isBehind) continue;
    expect(at).toBeGreaterThan(3);
    return;
  }
});

test("a stream is not waited for when the signal was aborted before it was opened", async () => {
  const waiting = new Readable({ read: () => undefined });
  const source: Source = {
    ...{ name: { host: "here", name: "a" }, subject: "a", identity: "none", live: true },
    open: async () => waiting,
  };
  const stages = stagesWith({ pass: () => undefined, record: () => undefined });
  await readLog(source, stages, keepingSink(), AbortSignal.abort());
  expect(waiting.destroyed).toBe(true);
});

test("a log whose visit ends unread does not keep the others from being followed", async () => {
  const logs = temporaryFolder();
  for (const name of ["a.log", "b.log"]) writeFileSync(join(logs, name), lines(0, 1));
  const stop = new AbortController();
  const visited: string[] = [];
  await followLogs([logs], {
    ...{ windows: false, options: { host: "here" }, signal: stop.signal },
    visit: async ({ subject }) => {
      visited.push(subject);
      if (subject.endsWith("b.log")) stop.abort();
    },
    fail: (error: WsaError) => expect(error).toBeUndefined(),
  });
  expect(visited.map((path) => path.slice(-5))).toEqual(["a.log", "b.log"]);
});
