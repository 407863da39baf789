import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRuns, type MessageRun, MessageRuns, messagesIn } from "../../src/ledger/message-runs.ts";

test("messages that follow each other are one run, which the next reading goes on with", () => {
  const first = new MessageRuns([]);
  for (const [offset, time] of [
    [1, 10],
    [2, 12],
    [3, 11],
    [7, 20],
  ] as const)
    expect(first.add(offset, time)).toBe(true);
  expect(first.list()).toEqual([
    [1, 3, 10, 12],
    [7, 7, 20, 20],
  ]);
  const second = new MessageRuns(first.list());
  expect([2, 3, 7].map((offset) => second.has(offset, 12))).toEqual([true, true, false]);
  expect([3, 4, 5].map((offset) => second.add(offset, offset * 3 + 2))).toEqual([false, true, true]);
  expect(second.list()).toEqual([
    [1, 5, 10, 17],
    [7, 7, 20, 20],
  ]);
});

test("an offset that comes at another time is another message, of a log that was cleared", () => {
  const runs = new MessageRuns([[1, 100, 10, 50]]);
  expect([runs.add(1, 60), runs.add(2, 61), runs.add(2, 61)]).toEqual([true, true, false]);
  // The number after the first run's, but not a message of its log.
  expect(runs.add(101, 90)).toBe(true);
  expect(runs.list()).toEqual([
    [1, 100, 10, 50],
    [1, 2, 60, 61],
    [101, 101, 90, 90],
  ]);
});

test("in any order of parts each message is new once", () => {
  const part = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const known = new Set<string>();
      let stored: readonly MessageRun[] = [];
      for (const [from, length, isSecondLife] of parts) {
        const runs = new MessageRuns(stored);
        for (let offset = from; offset < from + length; offset++) {
          const time = offset * 10 + (isSecondLife ? 100_000 : 0);
          const name = `${offset} ${time}`;
          expect(runs.add(offset, time)).toBe(!known.has(name));
          known.add(name);
        }
        stored = runs.list();
        expect(messagesIn(stored)).toBe(known.size);
      }
    }),
  );
});

test("runs with messages in common are joined, others are not", () => {
  expect(
    joinRuns([
      [50, 200, 30, 90],
      [1, 100, 10, 50],
      [1, 40, 200, 300],
      [300, 300, 95, 95],
    ]),
  ).toEqual([
    [1, 200, 10, 90],
    [1, 40, 200, 300],
    [300, 300, 95, 95],
  ]);
});

test("as many runs as a large export of single events has are joined at once", () => {
  const runs = Array.from({ length: 50_000 }, (_, n): MessageRun => [n * 3, n * 3, n, n]);
  expect(joinRuns(runs)).toHaveLength(50_000);
  const known = new MessageRuns(runs);
  expect(runs.every(([offset, , time]) => !known.add(offset, time))).toBe(true);
});
