import fc from "fast-check";
import { expect, test } from "vitest";
import { byteListLiterals, type Spelled, spellOut } from "../../src/recognise/byte-list.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";

const listed = (text: string, comma = ",") => [...text].map((byte) => byte.charCodeAt(0)).join(comma);
const byteText = fc.string({ minLength: 1, unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)) });
const noList = fc.string().filter((text) => !text.includes("MESSAGE"));

test.each([",", ", ", " , "])("any bytes that are listed with '%s' are spelled out, each at its place", (comma) => {
  fc.assert(
    fc.property(noList, byteText, noList, (before, text, after) => {
      const line = `${before}"MESSAGE":[${listed(text, comma)}]${after}`;
      const spelled = spellOut(line) as Spelled;
      expect(spelled.text).toBe(`${before}"MESSAGE":[${text}]${after}`);
      for (let at = 0; at < spelled.text.length; at++) {
        const [start, end] = spelled.origin(at, at + 1);
        const stands = line.slice(start, end);
        const isListed = start >= before.length + '"MESSAGE":['.length && start < line.length - after.length - 1;
        expect(isListed ? String.fromCharCode(Number(stands)) : stands).toBe(spelled.text[at]);
      }
    }),
  );
});

test.each([
  '{"MESSAGE":"recv failed: 10054"}',
  '{"MESSAGE":[]}',
  '{"MESSAGE":[72,256]}',
  '{"MESSAGE":[72,"x"]}',
  '{"MESSAGE":[72,101',
  '{"OTHER":[72,101]}',
])("no list of bytes: %s", (line) => {
  expect(spellOut(line)).toBeNull();
});

test("a finding quotes the bytes of the line, and what comes behind the list keeps its place", () => {
  const line = `{"MESSAGE":[${listed("error 10054 on socket")}],"NOTE":"WSAECONNREFUSED"}`;
  const findings = createRecognise()(line);
  expect(findings.map(({ code, text }) => [code, text])).toEqual([
    [10054, "49,48,48,53,52"],
    [10061, "WSAECONNREFUSED"],
  ]);
  for (const { text, start, end } of findings) expect(line.slice(start, end)).toBe(text);
});

test("a line with a list has a literal of one", () => {
  for (const list of ['{"MESSAGE":[72]}', '{"MESSAGE" : [ 72 ]}']) {
    expect(spellOut(list)).not.toBeNull();
    expect(byteListLiterals.some((literal) => list.toLowerCase().includes(literal))).toBe(true);
  }
});
