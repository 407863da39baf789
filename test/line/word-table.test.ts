import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WordTable } from "../../src/line/word-table.ts";

const words = ["a", "at", "to", "connect", "connecting", "getaddrinfow", "z".repeat(31)];
const table = new WordTable(words.map((word) => [word, word] as const));

describe("a table of words", () => {
  test.each(words)("finds %s in any case, where it stands", (word) => {
    const text = `-${word.toUpperCase()}-${word}`;
    expect(table.find(text, 1, 1 + word.length)).toBe(word);
    expect(table.find(text, text.length - word.length, text.length)).toBe(word);
  });

  test.each(["b", "connec", "connects", "onnect", "z".repeat(30), "z".repeat(32), "z".repeat(63), "a".repeat(33)])(
    "does not know %s",
    (word) => {
      expect(table.find(word, 0, word.length)).toBeUndefined();
    },
  );

  test("knows what a map knows", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-c]{1,4}$/)), fc.stringMatching(/^[A-Ca-c]{1,4}$/), (list, word) => {
        const pairs = list.map((one, index) => [one, index] as const);
        expect(new WordTable(pairs).find(word, 0, word.length)).toBe(new Map(pairs).get(word.toLowerCase()));
      }),
    );
  });
});
