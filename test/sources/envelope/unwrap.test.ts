import { describe, expect, test } from "vitest";
import { envelopes } from "../../../src/sources/envelope/index.ts";
import { MAX_MESSAGE_BYTES, unwrap } from "../../../src/sources/envelope/unwrap.ts";
import { filled } from "../../../src/wording.ts";

const samples = Object.entries(envelopes).flatMap(([kind, { samples }]) =>
  samples.map(([value, entries], n) => ({ kind, n, value, entries })),
);

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

describe.each(samples)("sample $n of $kind", ({ kind, value, entries }) => {
  test("is opened by the first envelope that fits, which is its own", () => {
    const opening = Object.entries(envelopes).find(([, envelope]) => envelope.open(value) !== null);
    expect(opening?.[0]).toBe(kind);
    expect(unwrap(bytesOf(value))).toEqual({ kind: "entries", entries });
  });

  test("is the same line by line and in a list", () => {
    const twice = { kind: "entries", entries: [...entries, ...entries] };
    expect(unwrap(Buffer.from(`${JSON.stringify(value)}\n${JSON.stringify(value)}\n`))).toEqual(twice);
    if (!Array.isArray(value)) expect(unwrap(bytesOf([value, value]))).toEqual(twice);
  });
});

test.each([
  ["a line", "2026-11-20T08:00:00Z recv failed: 10054"],
  ["lines", "recv failed: 10054\n  at read\n"],
  ["nothing", ""],
  ["a line that begins with a bracket", "[[worker 3]] recv failed: 10054"],
  ["a line that begins with a brace", "{worker 3} recv failed: 10054"],
  [
    "a record of pino",
    '{"level":50,"time":1795161600000,"pid":1,"hostname":"web-1","msg":"failed","err":{"code":"10054"}}',
  ],
  ["a record of Serilog", '{"@t":"2026-11-20T08:00:00Z","@mt":"recv failed","@x":"SocketException (10054)"}'],
  [
    "an ECS record of a program",
    '{"@timestamp":"2026-11-20T08:00:00Z","message":"failed","error":{"message":"10054"}}',
  ],
])("%s is read as it is", (_, text) => {
  expect(unwrap(Buffer.from(text))).toEqual({ kind: "lines" });
});

test("a line in another encoding is read as it is, as in a file", () => {
  expect(unwrap(Buffer.from("Verbindung unterbrochen, Ger\xe4t antwortet nicht: 10054", "latin1"))).toEqual({
    kind: "lines",
  });
});

test.each([
  ["what is no text", Buffer.from([0xff, 0xfe, 0xfd]), "is neither UTF-8 nor any other text"],
  [
    "a picture",
    Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\xff\xd8", "latin1"),
    "is neither UTF-8 nor any other text",
  ],
  ["half of an envelope", Buffer.from('{"log":"recv failed: 10054","time'), "is broken JSON"],
  ["an envelope and a half", Buffer.from('{"log":"a"}\n{"log":"recv'), "is broken JSON"],
  ["what is too large", Buffer.alloc(MAX_MESSAGE_BYTES + 1, "x"), `is larger than ${MAX_MESSAGE_BYTES} bytes`],
])("%s is set aside", (_, bytes, why) => {
  const unwrapped = unwrap(bytes);
  expect(unwrapped.kind === "unreadable" && filled(unwrapped.why)).toBe(why);
});

test("a person's fields come before every envelope's", () => {
  const value = {
    message: "recv failed: 10054",
    node: { id: "n-7" },
    app: "gate",
    at: "2026-11-20T08:00:00Z",
    log: "no",
  };
  const fields = { text: "message", host: "node.id", name: "app", time: "at" };
  expect(unwrap(bytesOf(value), fields)).toEqual({
    kind: "entries",
    entries: [{ text: "recv failed: 10054", time: 1795161600000, host: "n-7", name: "gate" }],
  });
});

test.each([
  1795161600,
  1795161600000,
  1795161600000000,
  "1795161600000000000",
  "2026-11-20T08:00:00Z",
  1795161600.0005,
])("%s is a time", (date) => {
  const unwrapped = unwrap(bytesOf({ log: "a", date, time: date }));
  expect(unwrapped.kind === "entries" && unwrapped.entries[0]?.time).toBe(1795161600000);
});
