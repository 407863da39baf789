import { expect, test } from "vitest";
import { createRecognise } from "../../src/recognise/recognise.ts";

const recognise = createRecognise();
const MEGABYTE = 1 << 20;
const megabyteOf = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length));

// A pattern that backtracks needs minutes for these and runs into the test's time limit.
test.each([
  ["escape sequences without an end", `\x1b[${";".repeat(50_000)}`],
  ["colours between numbers", megabyteOf("\x1b[31m10054")],
  ["numbers of parameters", megabyteOf("%%10048 ")],
  ["parts of a name", `${megabyteOf("ab_")}error=10054`],
  ["digits", megabyteOf("10054")],
  ["spaces behind a cue", `socket error${megabyteOf(" ")}10054`],
  ["letters", megabyteOf("x")],
  ["an endless macro", `WSA${megabyteOf("E_")}`],
  ["an endless path", `C:${megabyteOf("\\10054")}`],
  ["an endless number in hexadecimal", `0x8007${megabyteOf("2746")}`],
  ["bytes of Chinese text", megabyteOf("\xe9\x94\x99\xe8\xaf\xaf")],
  ["bytes beyond ASCII", megabyteOf("\xff10054\xc2")],
  ["ports", megabyteOf("10.0.0.1:10054 ")],
  ["numbers of another table", `error code ${megabyteOf("10054, 13435, ")}`],
  ["clients in brackets", megabyteOf("client (10061) went, ")],
  ["symptoms beside identifiers", megabyteOf("user 10054 connection reset; ")],
  ["fields", megabyteOf("order|10061|open|")],
  ["names and numbers", megabyteOf("some_long_name_of_a_thing = 10061 ")],
])("nothing is found in a long line of %s", (_what, line) => {
  expect(recognise(line)).toEqual([]);
});

test("every code in a long line is found", () => {
  expect(recognise(megabyteOf("os error 10054; "))).toHaveLength(MEGABYTE / 16);
});
