import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ingest } from "../../../src/ingest/ingest.ts";
import { scene } from "../../ingest/scene.ts";
import { type MadeEvent, uint32, writeEvents } from "./write-events.ts";

/** Events of a log, one in three with a code, at times that no clock of milliseconds has. */
function events(from: number, to: number, change: Partial<MadeEvent> = {}): MadeEvent[] {
  return Array.from({ length: to - from }, (_, n) => {
    const id = from + n;
    const time = `2026-11-20T00:${String(id % 60).padStart(2, "0")}:07.123Z`;
    return { id, time, data: [id % 3 === 0 ? ["ErrorCode", uint32(10_054)] : ["Text", "all is well"]], ...change };
  });
}

/** As Windows writes them, with a time of seven digits. */
const xmlOf = ({ id, time, computer = "PC-7", channel = "System", data = [] }: MadeEvent, newline = "") =>
  [
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='OrderService'/>",
    `<EventID>7001</EventID><Level>2</Level><TimeCreated SystemTime='${time.replace("Z", "0000Z")}'/>`,
    `<EventRecordID>${id}</EventRecordID><Channel>${channel}</Channel><Computer>${computer}</Computer></System>`,
    "<EventData>",
    ...data.map(([name, value]) => `<Data Name='${name}'>${typeof value === "string" ? value : "10054"}</Data>`),
    "</EventData></Event>",
  ].join(newline);

const lines = (made: readonly MadeEvent[]) => made.map((event) => `${xmlOf(event)}\r\n`).join("");
const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const utf8 = (text: string) => Buffer.from(text);
const packedBy = (program: string, bytes: Buffer) => spawnSync(program, ["-c"], { input: bytes }).stdout;
const isMissing = (program: string) => spawnSync(program, ["--version"]).status !== 0;

const layouts: Readonly<Record<string, (made: readonly MadeEvent[]) => Buffer>> = {
  "an event on each line": (made) => utf8(lines(made)),
  "all on one line, in a list": (made) =>
    utf8(
      `\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${made.map((event) => xmlOf(event)).join("")}</Events>`,
    ),
  "indented over lines": (made) =>
    utf8(`<Events>\n${made.map((event) => xmlOf(event, "\n    ")).join("\n  ")}\n</Events>\n`),
  "in UTF-16": (made) => wide(lines(made)),
  "compressed by gzip": (made) => gzipSync(lines(made)),
};

async function place() {
  const { options, path, store } = await scene();
  async function count(bytes: Buffer): Promise<number> {
    writeFileSync(path("a log"), bytes);
    const { totals } = await ingest([path("a log")], { ...options, host: undefined });
    return totals.occurrences;
  }
  return { count, store };
}

test.each(Object.entries(layouts))("an export and the log that it is of count once: %s", async (_, exported) => {
  const { count } = await place();
  expect(await count(exported(events(1, 100)))).toBe(33);
  expect(await count(writeEvents(events(1, 130)))).toBe(10);
  expect(await count(exported(events(90, 160)))).toBe(10);
  expect(await count(writeEvents(events(1, 160)))).toBe(0);
});

test("an export of the logs of several machines counts each in its own", async () => {
  const { count } = await place();
  const machines = ["A", "B", "C"];
  const all = machines.flatMap((computer) => events(1, 60, { computer })).sort((a, b) => a.id - b.id);
  expect(await count(utf8(lines(all)))).toBe(3 * 19);
  for (const computer of machines) expect(await count(writeEvents(events(1, 63, { computer })))).toBe(1);
});

test("exported events that nothing identifies are counted with the one before them, and alone as lines", async () => {
  const { count } = await place();
  const unnumbered = events(6, 7).map((event) => xmlOf(event).replace(/<EventRecordID>.*?<\/EventRecordID>/, ""));
  expect(await count(utf8(`${lines(events(1, 4))}${unnumbered}\n${lines(events(4, 5))}${unnumbered}\n`))).toBe(3);
  expect(await count(utf8(`${unnumbered}\n${unnumbered}\n`))).toBe(2);
});

test("a log that has an event among its lines is a log of lines", async () => {
  const { count } = await place();
  const line = (n: number) => `2026-11-20T01:0${n}:00Z recv from db-${n}:5432 failed: error 10060\n`;
  const log = `${line(1)}${lines(events(3, 4))}${line(2)}`;
  expect(await count(utf8(log))).toBe(3);
  expect(await count(utf8(`${log}${line(3)}`))).toBe(1);
});

test.each(["xz", "zstd"].filter((program) => !isMissing(program)))(
  "a log of events compressed by %s counts once",
  async (program) => {
    const { count } = await place();
    const packed = packedBy(program, writeEvents(events(1, 100)));
    expect(await count(packed)).toBe(33);
    expect(await count(writeEvents(events(1, 100)))).toBe(0);
    expect(await count(packedBy(program, utf8(lines(events(50, 130)))))).toBe(10);
    expect(await count(packedBy(program, writeEvents(events(1, 400))).subarray(0, -9))).toBe(0);
  },
);
