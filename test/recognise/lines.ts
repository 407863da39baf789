import fc from "fast-check";
import { recognisers } from "../../src/recognise/forms/index.ts";

/** Every sample of every form, wanted or not. */
export const sampleLines: readonly string[] = recognisers.flatMap(({ samples }) => [
  ...samples.match.map(([line]) => line),
  ...samples.ignore,
]);

const words =
  "error err code WSAGetLastError socket WinError connect() failed recv ECONNRESET WSAECONNRESET SocketErrorCode TimedOut 6 8 87 995 997 10013 10048 10054 10054L 11001 -10054 0x2746 0x80072746 80072746 2147952454 -2147014842 0xC0072746 -4077 port pid bytes C:\\x \xe9\x94\x99\xe8\xaf\xaf \xff".split(
    " ",
  );

/** Lines that look as if they held codes, and lines of anything. */
export const anyLine: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", ": ", "=", " (", "), ", "[", "] ", ":", "/", ".", "")),
      { maxLength: 14 },
    )
    .map((pairs) => pairs.flat().join("")),
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)), maxLength: 120 }),
  fc
    .tuple(fc.constantFrom(...sampleLines), fc.nat(), fc.nat())
    .map(([line, a, b]) => line.slice(a % line.length) + line.slice(0, b % line.length)),
);
