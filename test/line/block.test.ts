import { describe, expect, test } from "vitest";
import { closesBlock, isBelow, isOutside, opensBlock } from "../../src/line/block.ts";

describe("a block", () => {
  test.each([
    ["<![LOG[Download failed:", ']LOG]!><time="09:00:01.2" date="11-5-2026">'],
    ["<Event xmlns='x'>", "</Event>"],
    ["11/03/2026 14:22:07 - Process(4520.18) User(svc)", "----- amqccita.c : 4214 -------------------------"],
    ["  <record>", "  </record>"],
    ["{", "},"],
    ["  {", "  }"],
    ['"batch failed', 'again","3"'],
    ['2026-11-03,Error,"batch failed, see ""x""', '"'],
    ["Timestamp: 11/13/2026 2:22:07 PM", "----------------------------------------"],
    ["HResult 0x274D, Level 16, State 1", "TCP Provider: refused"],
    ["Fatal NI connect error 12170.", "***********************************************************************"],
    ["Message      : recv failed", ""],
    ["LOCATION    CPIC (TCP/IP) on local host", "COUNTER     3"],
    ["Error: read failed {", "}"],
  ])("is opened by %s", (first, last) => {
    const kind = opensBlock(first);
    expect(kind).not.toBeNull();
    expect(closesBlock(last, kind as number)).toBe(true);
  });

  test.each([
    '<![LOG[idle]LOG]!><time="09:00:01.2">',
    "<Event><System/></Event>",
    "<Events>",
    "<EventData>",
    '"batch failed","3"',
    'the size is 3" or more',
    "{}",
    "   \t   {",
    "Message: x",
    "ValueError: x",
    "2026-11-03 14:22:07 INFO: x",
  ])("is not opened by %s", (line) => {
    expect(opensBlock(line)).toBeNull();
  });

  test("ends before a line that cannot be in it", () => {
    const kind = opensBlock("Fatal NI connect error 12170.") as number;
    for (const line of ["  nt OS err code: 10060", "", "TNS-12535: TNS:operation timed out"])
      expect(isOutside(line, kind)).toBe(false);
    expect(isOutside("Starting up", kind)).toBe(true);
  });

  test("is a part of the record above it, or is not", () => {
    const object = opensBlock("{") as number;
    expect(isBelow("2026-11-03 14:22:07 ERROR x", object)).toBe(true);
    expect(isBelow("ERROR x", object)).toBe(false);
    const event = opensBlock("<Event xmlns='x'>") as number;
    expect(isBelow("Event Xml:", event)).toBe(true);
    expect(isBelow("2026-11-03 14:22:07 ERROR x", event)).toBe(false);
  });
});
