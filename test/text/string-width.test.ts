import fc from "fast-check";
import pc from "picocolors";
import exactWidth from "string-width";
import { expect, test } from "vitest";
import { stringWidth } from "../../src/text/string-width.ts";

const { red, bold, bgBlue } = pc.createColors(true);

test("every character is as wide as the package says, alone and beside others", () => {
  const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    [`a${character}中`, character + character].some((text) => stringWidth(text) !== exactWidth(text)),
  );
  expect(wrong).toEqual([]);
});

test.each([
  "",
  "plain",
  red("red"),
  bold(bgBlue("两个 words")),
  "e\u0301",
  "👩‍👩‍👧 family",
  "\u1100\u1161",
  "ｶﾞ",
  "\x1b[1;31mtwo\x1b[0m",
])("%j is as wide as the package says", (text) => expect(stringWidth(text)).toBe(exactWidth(text)));

test("any text is as wide as the package says", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("中文，", "—", "▁▂█", red("é"), "…"),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(stringWidth(text)).toBe(exactWidth(text));
    }),
  );
});
