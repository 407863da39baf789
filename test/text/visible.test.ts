import fc from "fast-check";
import { expect, test } from "vitest";
import { visible } from "../../src/text/visible.ts";

test.each([
  ["\x1b[31mred\x07", "\\x1b[31mred\\x07"],
  ["a\tb\r\nc", "a\\tb\\r\\nc"],
  ["\u0000\u007f\u009b", "\\x00\\x7f\\x9b"],
  ["db-\u202e2:5432", "db-\\u202e2:5432"],
  ["\u2066x\u2069\u200f\ufeff", "\\u2066x\\u2069\\u200f\\ufeff"],
  ["\u2028\u2029", "\\u2028\\u2029"],
  ["\ud800", "\\ud800"],
  ["\u{e0041}", "\\u{e0041}"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(["C:\\logs\\a.log", "连接被重置", "Größe", "می\u200cخواهم", "👩\u200d💻"])("%s is left as it is", (text) => {
  expect(visible(text)).toBe(text);
});

test("nothing that steers a terminal is left in any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
