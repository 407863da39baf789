import { expect, test } from "vitest";
import { describeProgress } from "../../src/terminal/progress-bar.ts";

test("what is known to be counted is behind it, and does not make it faster", () => {
  const progress = { bytes: 900 << 20, known: 800 << 20, total: 1000 << 20, occurrences: 7 };
  expect(describeProgress(progress, 10_000, 200, "en")).toMatch(
    / 90 % {2}900 MiB of 1000 MiB, 10\.0 MiB\/s, 10 s left, 7 occ/,
  );
});
