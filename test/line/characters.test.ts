import { describe, expect, test } from "vitest";
import * as characters from "../../src/line/characters.ts";

const meanings: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["UPPER", /[A-Z]/],
  ["LOWER", /[a-z]/],
  ["LETTER", /[A-Za-z]/],
  ["DIGIT", /\d/],
  ["WORD", /\w/],
  ["NAME", /[\w.-]/],
  ["HEX", /[0-9A-Fa-f]/],
  ["DOT", /\./],
  ["COLON", /:/],
  ["QUOTE", /["'`]/],
  ["SPACE", /\s/],
  ["BETWEEN", /[\s"'`=:([<@/]/],
  ["ESCAPE", /[%\\]/],
  ["DIVIDER", /["'(),;]/],
  ["SLASH", /\//],
  ["ANGLE", />/],
  ["BRACKET", /\[/],
  ["PARENTHESIS", /\(/],
  ["BEYOND_ASCII", /[^\x00-\x7f]/],
];

const bits = new Map<string, unknown>(Object.entries(characters));

describe("the kinds of characters", () => {
  test.each(meanings)("%s is %s, whatever the character", (name, pattern) => {
    const bit = bits.get(name) as number;
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (character) => ((characters.kindAt(character, 0) & bit) !== 0) !== pattern.test(character),
    );
    expect(wrong).toEqual([]);
  });

  test("outside a text there is none", () => {
    expect([characters.kindAt("a", -1), characters.kindAt("a", 1), characters.kindAt("", 0)]).toEqual([0, 0, 0]);
  });
});
