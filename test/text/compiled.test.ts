import { expect, test } from "vitest";
import { compiled } from "../../src/text/compiled.ts";

test("a pattern stays the same one, and goes on where it was", () => {
  const pattern = /\d+/y;
  pattern.lastIndex = 3;
  expect(compiled(pattern)).toBe(pattern);
  expect(compiled(pattern).exec("12 345")?.[0]).toBe("345");
  expect(compiled(pattern).lastIndex).toBe(6);
});
