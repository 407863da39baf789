import { appendFileSync, copyFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { followLogs } from "../../src/sources/follow/follow-logs.ts";
import { temporaryFolder } from "../program.ts";

/** Follows a log, but reads nothing of it until `goOn` is called; `shown` is what was read and is not to be left out. */
function behind(first: string) {
  const log = join(temporaryFolder(), "app.log");
  writeFileSync(log, first);
  const stop = new AbortController();
  const shown: string[] = [];
  const past: string[] = [];
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const ended = followLogs([log], {
    ...{ windows: false, options: { host: "here" }, signal: stop.signal },
    fail: () => undefined,
    async visit(source, isPast) {
      const stream = await source.open();
      const at = isPast ? null : shown.push("") - 1;
      stop.signal.addEventListener("abort", () => stream.destroy());
      if (at === null) return void past.push(await text(stream));
      try {
        for await (const bytes of stream) {
          shown[at] += String(bytes);
          await gate;
        }
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
    },
  });
  return {
    ...{ log, shown, past, goOn },
    async until(content: string) {
      await vi.waitUntil(() => shown.join("") === content || shown.join("").length > content.length, {
        timeout: 20_000,
        interval: 10,
      });
      stop.abort();
      await ended;
      return shown.join("");
    },
    begun: () => vi.waitUntil(() => shown[0] === first, { timeout: 20_000, interval: 5 }),
  };
}

const rename = (log: string) => {
  renameSync(`${log}.1`, `${log}.2`);
  renameSync(log, `${log}.1`);
};

test("a life that was renamed before its name was looked at again is read, in its turn", async () => {
  const { log, begun, goOn, until } = behind("a 1\n");
  await begun();
  renameSync(log, `${log}.1`);
  writeFileSync(log, "b 1\n");
  rename(log);
  writeFileSync(log, "c 1\n");
  goOn();
  expect(await until("a 1\nb 1\nc 1\n")).toBe("a 1\nb 1\nc 1\n");
});

test("what a program still writes into such a life is read too", async () => {
  const { log, shown, begun, goOn, until } = behind("a 1\n");
  await begun();
  renameSync(log, `${log}.1`);
  writeFileSync(log, "b 1\n");
  rename(log);
  writeFileSync(log, "c 1\n");
  goOn();
  await vi.waitUntil(() => shown.join("").includes("c 1"), { timeout: 20_000, interval: 10 });
  appendFileSync(`${log}.1`, "b 2\n");
  expect((await until("a 1\nb 1\nb 2\nc 1\n")).split("\n").sort()).toEqual(["", "a 1", "b 1", "b 2", "c 1"]);
});

test("a log that was copied and cut is read to its end in the copy", async () => {
  const { log, begun, goOn, until } = behind("a 1\n");
  await begun();
  appendFileSync(log, "a 2\na 3\n");
  copyFileSync(log, `${log}.1`);
  truncateSync(log);
  appendFileSync(log, "b 1\n");
  goOn();
  expect(await until("a 1\na 2\na 3\nb 1\n")).toBe("a 1\na 2\na 3\nb 1\n");
});

test("a log that was copied and cut twice is read to its end in both copies", async () => {
  const { log, begun, goOn, until } = behind("a 1\n");
  await begun();
  appendFileSync(log, "a 2\n");
  copyFileSync(log, `${log}.1`);
  truncateSync(log);
  appendFileSync(log, "b 1\n");
  renameSync(`${log}.1`, `${log}.2`);
  copyFileSync(log, `${log}.1`);
  truncateSync(log);
  appendFileSync(log, "c 1\n");
  goOn();
  expect(await until("a 1\na 2\nb 1\nc 1\n")).toBe("a 1\na 2\nb 1\nc 1\n");
});

test("a copy that was packed is not shown again, and what was there before is left alone", async () => {
  const { log, past, begun, goOn, until } = behind("a 1\n");
  writeFileSync(`${log}.3`, "before\n");
  await begun();
  writeFileSync(`${log}.1.gz`, gzipSync("a 1\na 2\n"));
  truncateSync(log);
  appendFileSync(log, "b\n");
  goOn();
  expect(await until("a 1\nb\n")).toBe("a 1\nb\n");
  expect(past).toEqual(["a 1\na 2\n"]);
});
