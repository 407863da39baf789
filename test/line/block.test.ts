import { describe, expect, test } from "vitest";
import { closesBlock, opensBlock } from "../../src/line/block.ts";

describe("a block", () => {
  test.each([
    ["<![LOG[Download failed:", ']LOG]!><time="09:00:01.2" date="11-5-2026">'],
    ["<Event xmlns='x'>", "</Event>"],
    ["11/03/2026 14:22:07 - Process(4520.18) User(svc)", "----- amqccita.c : 4214 -------------------------"],
  ])("is opened by %s", (first, last) => {
    const kind = opensBlock(first);
    expect(kind).not.toBeNull();
    expect(closesBlock(first, kind as number)).toBe(false);
    expect(closesBlock(last, kind as number)).toBe(true);
  });

  test.each(['<![LOG[idle]LOG]!><time="09:00:01.2">', "<Event><System/></Event>", "<Events>", "<EventData>"])(
    "is not opened by %s",
    (line) => {
      expect(opensBlock(line)).toBeNull();
    },
  );
});
