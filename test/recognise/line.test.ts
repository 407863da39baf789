import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSign, whole } from "../../src/recognise/context/sign.ts";
import { GroupSearch } from "../../src/recognise/group-search.ts";
import { Line } from "../../src/recognise/line.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { anyLine, sampleLines } from "./lines.ts";

describe("one line object for many lines", () => {
  test("holds the bytes of the text in lower case, whatever it held before", () => {
    const line = new Line("");
    fc.assert(
      fc.property(anyLine, (text) => {
        line.set(text);
        expect(String.fromCharCode(...line.bytes.subarray(0, line.length))).toBe(new Line(text).lower);
        expect(line.isAscii).toBe(/^[\x00-\x7f]*$/.test(text));
      }),
    );
  });

  test("forgets what the line before said", () => {
    const line = new Line("socket error");
    expect([line.speaksOfSockets, line.usesOtherTable]).toEqual([true, false]);
    line.set("a worker script on r2");
    expect([line.speaksOfSockets, line.usesOtherTable]).toEqual([false, true]);
    line.set("");
    expect([line.speaksOfSockets, line.usesOtherTable]).toEqual([false, false]);
  });

  test("finds the same in each line as when it is the first", () => {
    const recognise = createRecognise();
    const pairs = fc.tuple(fc.constantFrom(...sampleLines), fc.constantFrom(...sampleLines));
    fc.assert(
      fc.property(pairs, ([before, line]) => {
        const alone = createRecognise()(line);
        recognise(before);
        expect(recognise(line)).toEqual(alone);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("one search for groups of literals", () => {
  const literals = [["wsa", "1005"], ["10054", "error"], ["socket error", "\xe9\x94\x99\xe8\xaf\xaf"], ["-100"]];
  const groups = new GroupSearch(literals);

  test("finds the groups with a literal in the range, and the place of the first", () => {
    fc.assert(
      fc.property(anyLine, fc.nat(40), fc.nat(120), (text, from, length) => {
        const line = new Line(text);
        const to = Math.min(line.length, from + length);
        const seen = groups.search(line, from, to);
        literals.forEach((group, number) => {
          const places = group.map((literal) => line.lower.slice(0, to).indexOf(literal, from)).filter((at) => at >= 0);
          expect((seen & (1 << number)) !== 0).toBe(places.length > 0);
          if (places.length > 0) expect(groups.places[number]).toBe(Math.min(...places));
        });
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a sign", () => {
  test.each([
    ["sockets?|\\bbind\\b", ["socket", "bind"]],
    ["rate[- ]?limit", ["rate"]],
    ["\\\\appdata\\\\", ["\\appdata\\"]],
    ["(?<![a-z0-9])tcp", ["tcp"]],
    [whole("ftp net-?lib"), ["ftp", "net"]],
  ])("is looked for by the letters that begin each alternative of %s", (pattern, letters) => {
    expect(createSign([pattern]).clues.map((clue) => (typeof clue === "string" ? clue : clue.letters))).toEqual(
      letters,
    );
  });

  test("must begin with three letters", () => {
    expect(() => createSign(["socket|\\br2\\b"])).toThrow(RangeError);
  });
});

describe("findings whose literals stand elsewhere in the line", () => {
  const found = (line: string) => createRecognise()(line).map(({ text }) => text);

  test.each([
    ["socket error 10112 (2780), then 0x2746", ["10112", "2780"]],
    ['(-15,570:10061 "Win sock: Connection refused")', ["10061"]],
    ["socket error 6 from WSAGetLastError() = 8", ["8"]],
    ["The existing connection was forcibly closed, WSAECONNRESET (10054)", undefined],
  ])("%s", (line, texts) => {
    if (texts === undefined) expect(found(line)).toHaveLength(3);
    else expect(found(line)).toEqual(texts);
  });
});
