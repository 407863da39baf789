import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClockState } from "../../src/line/time/clock.ts";
import { createClock } from "../../src/line/time/create-clock.ts";
import type { SampledClock } from "../../src/read/time-samples.ts";
import { createTimeline, type TimelineState } from "../../src/read/timeline.ts";

/** Lines are `@123 …` at 123 ms, or have no time. */
const clock = (): SampledClock => ({
  read: (line) => (line.startsWith("@") ? Number.parseInt(line.slice(1), 10) : null),
  isTimeless: (text) => !text.includes("@"),
  dependent: 0,
  state: () => ({}) as ClockState,
  restore: () => undefined,
});

const filler = (bytes: number) => `${"x".repeat(99)}\n`.repeat(Math.ceil(bytes / 100));

describe("the time of a line", () => {
  test("is its own where it has one", () => {
    const timeline = createTimeline(clock());
    timeline.pass("@1 a\n");
    expect(timeline.timeOf("@2 b\n")).toBe(2);
  });

  test("is else that of the nearest earlier line, also among lines that went by", () => {
    const timeline = createTimeline(clock());
    timeline.pass("@1 a\n@2 b\nno time\n");
    expect(timeline.timeOf("  at frame\r\n")).toBe(2);
    expect(timeline.timeOf("  at frame\r\n")).toBe(2);
  });

  test("is unknown as long as no line has one", () => {
    const timeline = createTimeline(clock());
    timeline.pass(filler(300_000));
    expect(timeline.timeOf("no time\n")).toBeNull();
  });

  test("is looked for through empty lines, down to the first byte that is kept", () => {
    const timeline = createTimeline(clock());
    timeline.pass("\n\nno time\n");
    expect(timeline.timeOf("no time\n")).toBeNull();
  });

  test("is carried over more lines without a time than are kept", () => {
    const timeline = createTimeline(clock());
    timeline.pass(`${filler(200_000)}@7 last\n${filler(400_000)}`);
    timeline.pass(filler(400_000));
    expect(timeline.timeOf("no time\n")).toBe(7);
  });

  test("is read in few lines of a log whose lines name their day", () => {
    let reads = 0;
    const counting = {
      ...clock(),
      read(line: string) {
        reads++;
        return clock().read(line);
      },
    };
    const timeline = createTimeline(counting);
    for (let n = 0; n < 1000; n++) timeline.pass(`@${n} a\n`.repeat(10_000));
    expect(timeline.timeOf("@1000 a\n")).toBe(1000);
    expect(reads).toBeLessThan(100);
  });

  const stamped = fc.oneof(
    fc.integer({ min: 0, max: 86_399 }).map((second) => `${new Date(1000 * second).toISOString().slice(11, 19)} a\n`),
    fc.constantFrom(
      "2026-11-20 22:00:00 a\n",
      "2026-11-03 01:00:00 a\n",
      "05/06/2026 07:00:00 a\n",
      "13/06/2026 07:00:00 a\n",
    ),
    fc.constantFrom("Log opened 2026-11-07\n", "  at frame\n", "  at frame\n", filler(1_000), filler(3_000)),
    fc.constantFrom(filler(30_000), filler(70_000), filler(140_000)),
  );

  test("is the same when another clock goes on with lines that were not read yet", () => {
    const create = () => createClock({ zone: "UTC", now: () => Date.UTC(2026, 11, 1) });
    fc.assert(
      fc.property(fc.array(fc.tuple(stamped, fc.boolean(), fc.boolean()), { maxLength: 40 }), (lines) => {
        const whole = createTimeline(create());
        let partsClock = create();
        let parts = createTimeline(partsClock);
        let seen = "";
        for (const [each, isAsked, isCut] of lines) {
          if (isAsked && each.length < 100) expect(parts.timeOf(each)).toBe(whole.timeOf(each));
          else for (const timeline of [whole, parts]) timeline.pass(each);
          seen += each;
          if (!isCut) continue;
          const state: TimelineState = JSON.parse(JSON.stringify(parts.state()));
          const [unread, samples] = [state.unread, state.samples].map((ranges) =>
            ranges.map(([from, to]) => seen.slice(from, to)),
          ) as [string[], string[]];
          const clockState = partsClock.state();
          partsClock = create();
          partsClock.restore(clockState);
          parts = createTimeline(partsClock, { state, unread, samples });
        }
        expect(parts.timeOf("last\n")).toBe(whole.timeOf("last\n"));
      }),
      { numRuns: 500 },
    );
  });

  test("is the same when another timeline goes on with what was put away between two lines", () => {
    const line = fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((time) => `@${time}\n`),
      fc.constantFrom("plain\n", "?\n", "?\n", `${"y".repeat(30_000)}\n`, "long\n", "@5 long\n"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(29), (lines, cut) => {
        const whole = createTimeline(clock());
        let parts = createTimeline(clock());
        let seen = "";
        for (const [i, each] of lines.entries()) {
          if (i === cut) {
            const state: TimelineState = JSON.parse(JSON.stringify(parts.state()));
            expect(state.position).toBe(seen.length);
            const unread = state.unread.map(([from, to]) => seen.slice(from, to));
            expect(unread.join("").length).toBeLessThanOrEqual(131_072);
            const samples = state.samples.map(([from, to]) => seen.slice(from, to));
            parts = createTimeline(clock(), { state, unread, samples });
          }
          if (each === "?\n") expect(parts.timeOf(each)).toBe(whole.timeOf(each));
          else if (!each.includes("long")) for (const timeline of [whole, parts]) timeline.pass(each);
          else {
            const begin = each.slice(0, -1).padEnd(262_144, "y");
            expect(parts.timeOf(begin)).toBe(whole.timeOf(begin));
            for (const timeline of [whole, parts]) timeline.skip(400_002);
            seen += `${begin}${"@8".repeat(200_000)}x\n`;
            continue;
          }
          seen += each;
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(["strings", "lent bytes"])("does not depend on how the lines arrived, as %s", (kind) => {
    const line = fc.oneof(
      fc.integer({ min: 1, max: 999 }).map((time) => `@${time}\n`),
      fc.constantFrom("plain\n", "?\n", `${"y".repeat(30_000)}\n`),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (lines, joined) => {
          const oneByOne = createTimeline(clock());
          const inRuns = createTimeline(clock());
          let run = "";
          const pass = () => {
            if (kind === "strings") inRuns.pass(run);
            else {
              const lent = Buffer.from(run);
              inRuns.pass(lent);
              inRuns.release();
              lent.fill("@");
            }
            run = "";
          };
          for (const [i, each] of lines.entries()) {
            if (each === "?\n") {
              pass();
              expect(inRuns.timeOf(each)).toBe(oneByOne.timeOf(each));
            } else {
              oneByOne.pass(each);
              run += each;
              if (!joined[i]) pass();
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
