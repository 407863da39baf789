import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sieveFor } from "../../../src/read/literals.ts";
import { openFileSource } from "../../../src/sources/file/file-source.ts";
import { scratchFolder } from "../../store/scratch.ts";
import type { Node, Piece, Value } from "./binary-xml.ts";
import { hex32, type MadeEvent, none, text, uint32, writeEvents } from "./write-events.ts";

const folder = scratchFolder();
const sieve = sieveFor();
let files = 0;

/** The lines of the first log of a file: all of them, or empty ones in the place of those without a code. */
async function read(bytes: Buffer, isSparse: boolean): Promise<string[]> {
  const path = join(folder, `${++files}.evtx`);
  writeFileSync(path, bytes);
  const source = openFileSource(path, { host: "made" });
  const lines: string[] = [];
  const finder = isSparse ? sieve.twin : undefined;
  for await (const message of source.messages?.(0, new AbortController().signal, undefined, undefined, finder) ?? [])
    lines.push(Buffer.from(message.bytes).toString());
  source.further?.close();
  return lines;
}

function isCandidate(line: string): boolean {
  const bytes = Buffer.from(line);
  sieve.reserve(bytes.length);
  sieve.bytes.set(bytes);
  return sieve.candidates(0, bytes.length) > 0;
}

const value = (type: number, hex: string): Value => ({ type, bytes: Buffer.from(hex, "hex") });
const at = (id: number): MadeEvent => ({ id, time: new Date(Date.UTC(2026, 10, 20) + id * 1000).toISOString() });
const event = (content: readonly Piece[], values: readonly Value[]): MadeEvent => ({
  ...at(1),
  xml: { name: "Event", content },
  values,
});
const inOne: Node = { name: "Data", content: [{ hole: 0 }] };

test.each<[string, MadeEvent]>([
  ["a text", event([inOne], [text("connect failed: error 10061")])],
  ["a text of a byte each", event([inOne], [value(0x02, Buffer.from("error 10061").toString("hex"))])],
  ["a sentence in Chinese", event([inOne], [text("由于目标计算机积极拒绝，无法连接。")])],
  ["a number", event([inOne], [uint32(10_061)])],
  ["a negative number", event([inOne], [value(0x07, "4d270780")])],
  ["a small number", event([inOne], [value(0x06, "4d27")])],
  ["a large number", event([inOne], [value(0x0a, "4d27000000000000")])],
  ["a number in hexadecimal", event([inOne], [hex32(0x8007274d)])],
  ["64 bits in hexadecimal", event([inOne], [value(0x15, "4d270780ffffffff")])],
  ["bytes", event([inOne], [value(0x0e, "8007274d")])],
  ["one of several texts", event([inOne], [value(0x81, Buffer.from("a\0error 10061\0", "utf16le").toString("hex"))])],
  ["one of several numbers", event([inOne], [value(0x88, "010000004d270000")])],
  ["a value in a value", event([inOne], [{ xml: inOne, values: [text("error 10061")] }])],
  ["the text around a value", event([{ name: "Data", content: ["WSAECONNRESET"] }, inOne], [text("x")])],
  ["the name of an attribute", event([{ name: "D", attributes: [["n", "winsock error"]] }, inOne], [text("x")])],
  ["the text around the value of a value", event([inOne], [{ xml: { name: "WSAECONNRESET" }, values: [] }])],
  ["text and a value together", event([{ name: "D", content: ["WS", { hole: 0 }] }], [text("AECONNRESET")])],
  ["two values together", event([{ name: "D", content: [{ hole: 0 }, { hole: 1 }] }], [text("100"), uint32(61)])],
  ["an event without a template", { ...event([{ name: "D", content: ["error 10061"] }], []), isPlain: true }],
])("an event with a code in %s is written", async (_, made) => {
  const file = writeEvents([event([inOne], [text("quiet")]), { ...made, ...at(2) }]);
  const [, whole] = await read(file, false);
  expect(isCandidate(whole ?? "")).toBe(true);
  expect(await read(file, true)).toEqual(["\n", whole]);
});

test.each<[string, Value]>([
  ["nothing", none],
  ["a small number", uint32(99)],
  ["flags", value(0x15, "0000000000008080")],
  ["a GUID", value(0x0f, "4d27078000000000000000000000000a")],
])("an event with %s is an empty line", async (_, value) => {
  expect(await read(writeEvents([event([inOne], [value])]), true)).toEqual(["\n"]);
});

test("whatever an event says, it is written where it may hold a code, and a line in any case", async () => {
  const word = fc.constantFrom("error ", "10061", "WSA", "0x274d", "wsarecv", "积极拒绝", "&", "<", "\n", "\0", "1");
  const words = fc.array(word, { maxLength: 5 }).map((all) => all.join(""));
  const one = fc.oneof(
    words.map(text),
    fc.constantFrom(10_061, 0x8007274d, 2, 4711, 100_610).map(uint32),
    fc.constantFrom(0x274d, 0x8007274d, 2).map(hex32),
    words.map((said): Value => ({ xml: inOne, values: [text(said)] })),
  );
  const around = fc.oneof(
    fc.constant(""),
    words.map((said) => said.replace(/[\0\n]/g, "")),
  );
  const made = fc.tuple(fc.array(one, { minLength: 1, maxLength: 4 }), around).map(
    ([values, said]): MadeEvent =>
      event(
        values.map((_, hole) => ({ name: "Data", content: said === "" ? [{ hole }] : [said, { hole }] })),
        values,
      ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 20 }), async (events) => {
      const file = writeEvents(events.map((event, n) => ({ ...event, id: n + 1 })));
      const [whole, sparse] = [await read(file, false), await read(file, true)];
      expect(sparse.length).toBe(whole.length);
      for (const [n, line] of whole.entries()) expect(sparse[n]).toBe(isCandidate(line) ? line : (sparse[n] as string));
      for (const [n, line] of sparse.entries()) expect([whole[n], "\n"]).toContain(line);
    }),
    { numRuns: 100 },
  );
});
