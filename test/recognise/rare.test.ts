import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as callResult from "../../src/recognise/context/call-result.ts";
import type { Rare } from "../../src/recognise/context/rare.ts";

const rares = Object.entries(callResult).filter((entry): entry is [string, Rare] => "needs" in entry[1]);

/** The pattern without what it looks at around a match, which adds nothing to that. */
function bare({ source }: RegExp): RegExp {
  return new RegExp(source.replace(/\(\?<?[!=](?:\[[^\]]*\]|[^()[\]])*\)|\\b/g, ""));
}

describe("what a rare pattern needs", () => {
  test.each(rares)("is in each match of %s", (_, { needs, pattern }) => {
    expect(needs.every((text) => text === text.toLowerCase())).toBe(true);
    fc.assert(
      fc.property(fc.stringMatching(bare(pattern)), (text) => {
        const [match = ""] = bare(pattern).exec(text) ?? [];
        expect(needs.some((need) => match.includes(need))).toBe(true);
      }),
    );
  });

  test("is stated for some", () => {
    expect(rares.length).toBeGreaterThan(4);
  });
});
