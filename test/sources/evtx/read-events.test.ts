import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFileSource } from "../../../src/sources/file/file-source.ts";
import { visitLogs } from "../../../src/sources/file/visit-logs.ts";
import { scratchFolder } from "../../store/scratch.ts";
import type { Node, Piece, Value } from "./binary-xml.ts";
import { hex32, type MadeEvent, none, seal, text, uint32, writeEvents } from "./write-events.ts";

const folder = scratchFolder();
let files = 0;

/** Reads a file of these bytes: its events, each with the log that it is in, and what is damaged. */
async function read(bytes: Buffer) {
  const path = join(folder, `${++files}.log`);
  writeFileSync(path, bytes);
  const source = openFileSource(path, { host: "here" });
  const events: { readonly id: number; readonly host: string; readonly xml: string }[] = [];
  const { signal } = new AbortController();
  await visitLogs(source, signal, async ({ name, messages }) => {
    for await (const { offset, bytes } of messages?.(0, signal) ?? [])
      events.push({ id: offset, host: name.host, xml: Buffer.from(bytes).toString() });
  });
  return { events, damage: source.damage?.() ?? null };
}

/** What one event is written as, between its outermost tags. */
async function written(content: readonly Piece[], values: readonly Value[] = [], isPlain = false): Promise<string> {
  const xml: Node = { name: "Event", content };
  const { events, damage } = await read(writeEvents([{ ...at(1), xml, values, isPlain }]));
  expect(damage).toBeNull();
  return events[0]?.xml.replace(/^<Event>|<\/Event>\n$/g, "") ?? "";
}

const at = (id: number): MadeEvent => ({ id, time: new Date(Date.UTC(2026, 10, 20) + id * 1000).toISOString() });
const many = (count: number, from = 1) => Array.from({ length: count }, (_, n) => at(from + n));
const idsOf = ({ events }: Awaited<ReturnType<typeof read>>) => events.map(({ id }) => id);
const bytes = (type: number, hex: string): Value => ({ type, bytes: Buffer.from(hex.replaceAll(" ", ""), "hex") });

test("an event is written as Windows writes it, on one line", async () => {
  const event: MadeEvent = {
    id: 71,
    time: "2026-11-20T01:02:03.004Z",
    data: [
      ["Address", "db-2:5432"],
      ["Status", uint32(10061)],
      ["Flags", hex32(0x2746)],
      ["Text", "one\r\ntwo & <three>"],
    ],
  };
  const { events } = await read(writeEvents([event]));
  expect(events).toEqual([
    {
      id: 71,
      host: "PC-7",
      xml:
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Made-Provider'/>" +
        "<EventID>1</EventID><TimeCreated SystemTime='2026-11-20T01:02:03.0040000Z'/><EventRecordID>71</EventRecordID>" +
        "<Correlation/><Channel>System</Channel><Computer>PC-7</Computer></System><EventData>" +
        "<Data Name='Address'>db-2:5432</Data><Data Name='Status'>10061</Data><Data Name='Flags'>0x2746</Data>" +
        "<Data Name='Text'>one&#13;&#10;two &amp; &lt;three&gt;</Data></EventData></Event>\n",
    },
  ]);
});

test.each<[string, Value, string]>([
  ["text", text("x\0"), "x"],
  ["text of a byte each", bytes(0x02, "61 e9 3c 00"), "aé&lt;"],
  ["int8", bytes(0x03, "ff"), "-1"],
  ["uint8", bytes(0x04, "ff"), "255"],
  ["int16", bytes(0x05, "fe ff"), "-2"],
  ["uint16", bytes(0x06, "45 27"), "10053"],
  ["int32", bytes(0x07, "46 27 07 80"), "-2147014842"],
  ["uint32", bytes(0x08, "46 27 07 80"), "2147952454"],
  ["int64", bytes(0x09, "ff ff ff ff ff ff ff ff"), "-1"],
  ["uint64", bytes(0x0a, "ff ff ff ff ff ff ff ff"), "18446744073709551615"],
  ["float", bytes(0x0b, "cd cc cc 3d"), "0.1"],
  ["double", bytes(0x0c, "00 00 00 00 00 00 f8 3f"), "1.5"],
  ["boolean", bytes(0x0d, "01 00 00 00"), "true"],
  ["bytes", bytes(0x0e, "0a ff"), "0AFF"],
  ["guid", bytes(0x0f, "00112233 4455 6677 8899 aabbccddeeff"), "{33221100-5544-7766-8899-AABBCCDDEEFF}"],
  ["size", bytes(0x10, "46 27 00 00 01 00 00 00"), "0x100002746"],
  ["small size", bytes(0x10, "46 27 00 00"), "0x2746"],
  ["filetime", bytes(0x11, "15 81 e9 7d 2b 2d dc 01"), "2025-09-24T08:16:13.3570837Z"],
  ["system time", bytes(0x12, "ea07 0b00 0500 1400 0100 0200 0300 0400"), "2026-11-20T01:02:03.004Z"],
  ["security identifier", bytes(0x13, "01 02 000000000005 20000000 20020000"), "S-1-5-32-544"],
  ["hex32", bytes(0x14, "46 27 07 80"), "0x80072746"],
  ["hex64", bytes(0x15, "46 27 07 80 01 00 00 00"), "0x180072746"],
  ["nothing", none, ""],
])("a value that is %s", async (_, value, expected) => {
  expect(await written([{ name: "A", content: [{ hole: 0 }] }], [value])).toBe(`<A>${expected}</A>`);
});

test.each<[string, readonly Piece[], readonly Value[], string]>([
  ["text around a value", [{ name: "A", content: ["to ", { hole: 0 }, "!"] }], [text("db")], "<A>to db!</A>"],
  ["an empty element", [{ name: "A" }, { name: "B", content: [] }], [], "<A/><B></B>"],
  ["an optional value", [{ name: "A", content: [{ hole: 0, optional: true }] }], [text("x")], "<A>x</A>"],
  ["a missing optional value", [{ name: "A", content: [{ hole: 0, optional: true }] }, "b"], [none], "b"],
  ["a value that no record has", [{ name: "A", content: [{ hole: 9 }] }], [], "<A></A>"],
  ["an attribute", [{ name: "A", attributes: [["n", { hole: 0 }]] }], [text(`a'"<`)], `<A n='a&apos;"&lt;'/>`],
  [
    "a missing attribute",
    [
      {
        name: "A",
        attributes: [
          ["n", { hole: 0, optional: true }],
          ["m", "1"],
        ],
      },
    ],
    [none],
    "<A m='1'/>",
  ],
  [
    "an array of texts",
    [{ name: "A", content: [{ hole: 0 }] }],
    [bytes(0x81, "61000000 62000000")],
    "<A>a</A><A>b</A>",
  ],
  [
    "an array of numbers",
    [{ name: "A", content: [{ hole: 0 }] }],
    [bytes(0x86, "4527 4627")],
    "<A>10053</A><A>10054</A>",
  ],
  ["an array in text", [{ name: "A", content: ["=", { hole: 0 }] }], [bytes(0x86, "4527 4627")], "<A>=10053 10054</A>"],
  ["references", [{ character: 169 }, { entity: "lt" }], [], "&#169;&lt;"],
  ["text as it is", [{ cdata: "a < b\n]]> c" }], [], "<![CDATA[a < b ]]]]><![CDATA[> c]]>"],
  ["an instruction", [{ target: "go", data: "on" }], [], "<?go on?>"],
  [
    "XML in a value",
    [{ name: "A", content: [{ hole: 0 }] }],
    [{ xml: { name: "B", content: [{ hole: 0 }] }, values: [text("x")] }],
    "<A><B>x</B></A>",
  ],
  [
    "names of the same text",
    [{ name: "A", content: [{ name: "A", content: [{ name: "A" }] }] }],
    [],
    "<A><A><A/></A></A>",
  ],
])("%s", async (_, content, values, expected) => {
  expect(await written(content, values)).toBe(expected);
});

test("an event without a template", async () => {
  expect(await written([{ name: "A", attributes: [["n", "1"]], content: ["x"] }], [], true)).toBe("<A n='1'>x</A>");
});

test("events come by their numbers, wherever their chunks are", async () => {
  const file = writeEvents(many(60), { perChunk: 20, order: ([a, b, c]) => [c, a, b] as Buffer[] });
  expect(idsOf(await read(file))).toEqual(many(60).map(({ id }) => id));
});

test("chunks are found where the header of a file that was not closed counts none", async () => {
  const file = writeEvents(many(60), { perChunk: 20, isOpen: true });
  // The header of the newest chunk is out of date as well.
  const newest = file.subarray(4096 + 2 * 65_536);
  newest.writeUInt32LE(newest.readUInt32LE(516) + 512, 48);
  newest.writeBigUInt64LE(41n, 32);
  const { events, damage } = await read(file);
  expect([events.length, damage]).toEqual([60, null]);
});

test("what an earlier log left behind the end of a chunk is not of this one", async () => {
  const file = writeEvents(many(20, 101));
  const older = writeEvents(many(40));
  const end = file.readUInt32LE(4096 + 48);
  older.copy(file, 4096 + end, 4096 + older.readUInt32LE(4096 + 44));
  expect(idsOf(await read(file))).toEqual(many(20, 101).map(({ id }) => id));
});

test("an export has the numbers of its log", async () => {
  const events = [500, 502, 900].map((id, n) => ({ ...at(id), fileId: n + 1 }));
  expect(idsOf(await read(writeEvents(events)))).toEqual([500, 502, 900]);
});

test("the logs of several machines are read one after another", async () => {
  const computers = ["PC-1", "PC-2", "pc-1"];
  const { events } = await read(writeEvents(computers.map((computer, n) => ({ ...at(n + 1), computer }))));
  expect(events.map(({ id, host }) => [id, host])).toEqual([
    [1, "PC-1"],
    [3, "PC-1"],
    [2, "PC-2"],
  ]);
});

test("a file without events is an empty log", async () => {
  expect(await read(writeEvents([]))).toEqual({ events: [], damage: null });
});

test("a broken event is left out and told, and the others are read", async () => {
  const file = writeEvents(many(5));
  const second = 4096 + 512 + file.readUInt32LE(4096 + 516);
  file.writeUInt32LE(7, second + 4);
  const { events, damage } = await read(file);
  expect(events.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
  expect(damage).toMatchObject({ blocks: 1 });
});

test("a chunk that was changed is told, and its whole events are read", async () => {
  const file = writeEvents(many(60), { perChunk: 20 });
  file.writeUInt8(1, 4096 + 65_536 + 200);
  const { events, damage } = await read(file);
  expect([events.length, damage]).toEqual([60, { blocks: 1, events: 0 }]);
});

test("a file that breaks off gives the events up to there", async () => {
  const { events, damage } = await read(writeEvents(many(60), { perChunk: 20 }).subarray(0, 4096 + 65_536 + 2000));
  expect(events.length).toBeGreaterThan(20);
  expect(events.length).toBeLessThan(40);
  expect(damage).toMatchObject({ blocks: 1 });
});

test("XML in a value in a value and so on has an end", async () => {
  let value: Value = text("x");
  for (let depth = 0; depth < 40; depth++) value = { xml: { name: "A", content: [{ hole: 0 }] }, values: [value] };
  const { events, damage } = await read(
    writeEvents([{ ...at(1), xml: { name: "E", content: [{ hole: 0 }] }, values: [value] }, at(2)]),
  );
  expect([events.length, damage]).toEqual([1, expect.objectContaining({ events: 1 })]);
});

test("a template that is in itself is broken", async () => {
  const file = writeEvents([{ ...at(1), xml: { name: "E", content: ["aaaaaaaaaa"] }, values: [] }]);
  const chunk = file.subarray(4096);
  const instance = 512 + 24 + 4;
  // The text becomes an instance of the template that it is in.
  const place = chunk.indexOf(Buffer.from("aaaa", "utf16le")) - 4;
  chunk.copy(chunk, place, instance, instance + 10);
  seal(chunk);
  expect(await read(file)).toEqual({ events: [], damage: expect.objectContaining({ events: 1 }) });
});

test("a chunk that would become far larger is broken", async () => {
  const name = "N".repeat(5000);
  const content = Array.from({ length: 4000 }, (): Piece => ({ name }));
  const { events, damage } = await read(writeEvents([{ ...at(1), xml: { name: "E", content }, values: [] }]));
  expect([events.length, damage]).toEqual([0, expect.objectContaining({ events: 1 })]);
});

test("whatever is changed in a file, reading it ends", async () => {
  const whole = writeEvents(
    many(30).map((event) => ({
      ...event,
      data: [
        ["Status", uint32(10061)],
        ["To", "db"],
      ] as const,
    })),
  );
  const used = 4096 + whole.readUInt32LE(4096 + 48);
  const change = fc.tuple(fc.oneof(fc.nat(used), fc.integer({ min: 4096, max: 6000 })), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(used), async (changes, end) => {
      const file = Buffer.from(whole);
      for (const [place, byte] of changes) file.writeUInt8(byte, place);
      file.write("ElfFile\0", 0, "latin1");
      for (const one of [file, file.subarray(0, Math.max(end, 4096))]) {
        const { events } = await read(one);
        for (const { xml } of events) expect(xml.indexOf("\n")).toBe(xml.length - 1);
      }
    }),
    { numRuns: 300 },
  );
});
