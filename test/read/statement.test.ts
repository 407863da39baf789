import fc from "fast-check";
import { expect, test } from "vitest";
import { endpointOf } from "../../src/line/address/endpoint.ts";
import { operationOf } from "../../src/line/operation.ts";
import { createStatementReader } from "../../src/read/statement.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { anyLine } from "../recognise/lines.ts";

const recognise = createRecognise();

/** What a line says, asked of it alone. */
function said(line: string) {
  const findings = recognise(line);
  if (findings.length === 0) return { findings, operation: null, endpoint: null };
  const operation = operationOf(line, findings);
  return { findings, operation, endpoint: endpointOf(line, findings, operation) };
}

const stamps = [
  "2026-11-22 08:30:00",
  "2026-11-22 08:30:00,996",
  "2026-11-22T08:30:00.995123",
  "[2026/11/22 08:30:00]",
  "22.11.2026 08:30:00.120",
  "Nov 22 08:30:00",
  "Nov  2 08:30:00",
  "<134>1 2026-11-22T08:30:00.003",
  "[Sun Nov 22 2026 08:30:00",
  "22/Nov/2026:08:30:00",
];
const messages = [
  " ERROR recv failed: [WinError 10054] from 10.0.0.7:5432",
  " connect to db.example.com:1433: error 10061",
  " WSAGetLastError() = 6 in bind",
  " job done in 996 ms",
  "] WSAECONNRESET after 10060 ms, peer [2001:db8::1]:443",
];

test("a line says the same under any stamp, and what it says stands where it stands", () => {
  const stamp = fc.constantFrom(...stamps).chain((one) =>
    fc.tuple(fc.constant(one), fc.infiniteStream(fc.integer({ min: 0, max: 9 }))).map(([text, digits]) => ({
      zeros: text.replace(/\d/g, "0"),
      any: text.replace(/\d/g, () => String(digits.next().value)),
    })),
  );
  const message = fc.oneof(
    fc.constantFrom(...messages),
    anyLine.map((line) => ` ${line}`),
  );
  const read = createStatementReader(recognise);
  fc.assert(
    fc.property(fc.array(fc.tuple(stamp, message), { maxLength: 20 }), (lines) => {
      for (const [{ zeros, any }, text] of lines) expect(read(any + text)).toEqual(said(zeros + text));
    }),
    { numRuns: 300 },
  );
});

test.each([
  "10054 08:30:00 recv failed: 10054",
  "error 10054 at 12:30:00 while reading",
  "10.0.0.7 - - [22/Nov/2026:08:30:00 +0000] recv error 10054",
  "2026-11-22 08:30:001 error 10054",
  "2026-11-22 08:30 error 10054",
  "2026-11-22 08:30:00:10054 error 10054",
  "[WinError 10061] connect to 10.0.0.7:80",
  "",
])("what is no stamp is left as it is: %s", (line) => {
  const read = createStatementReader(recognise);
  read("2026-11-22 08:30:00 error 10054");
  expect(read(line)).toEqual(said(line));
});

test("is the same statement for the same words, and right however many there are", () => {
  const read = createStatementReader(recognise);
  const line = (n: number, second: number) => `2026-11-22 08:30:0${second} peer 10.0.${n >> 8}.${n & 255}: error 10054`;
  expect(read(line(1, 1))).toBe(read(line(1, 2)));
  for (let n = 0; n < 5000; n++) expect(read(line(n, 3)).endpoint).toBe(said(line(n, 0)).endpoint);
  expect(read(line(1, 4))).toEqual(said(line(1, 0)));
});
