import { describe, expect, test } from "vitest";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { createDateOrder, type LogHints, orderOf, type WrittenDate } from "../../../src/line/time/date-order.ts";
import { writtenDates } from "../../../src/line/time/written-dates.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const unknown: LogHints = { written: null, name: "logs/app.log" };
const at = (time: string) => Date.parse(time);

describe("the order of a log's dates is shown", () => {
  test.each<[string, WrittenDate[], LogHints, boolean | null]>([
    [
      "by a day above 12",
      [
        [3, 11, 2026],
        [28, 10, 2026],
      ],
      unknown,
      true,
    ],
    [
      "by a day above 12 in the second place",
      [
        [10, 3, 2026],
        [10, 28, 2026],
      ],
      unknown,
      false,
    ],
    [
      "by most of the proofs",
      [
        [28, 10, 2026],
        [29, 10, 2026],
        [10, 30, 2026],
      ],
      unknown,
      true,
    ],
    ["by the date in its name", [[3, 11, 2026]], { written: null, name: "C:\\logs\\app-2026-11-03.log" }, true],
    ["by the date in its name, glued", [[11, 3, 2026]], { written: null, name: "ex20261103.log" }, false],
    ["by the month in its name", [[3, 11, 2026]], { written: null, name: "app.2026-11.log" }, true],
    ["not by the date of a folder", [[4, 5, 2026]], { written: null, name: "2026-04-05/app.log" }, null],
    ["by dates that would be after now", [[11, 12, 2026]], unknown, false],
    [
      "by dates that would be after its last change",
      [
        [4, 5, 2026],
        [4, 6, 2026],
      ],
      { written: at("2026-05-03T12:00:00Z"), name: "a" },
      false,
    ],
    ["by the day of its last change", [[3, 11, 2026]], { written: at("2026-11-03T14:00:00Z"), name: "a" }, true],
    [
      "by neither, long before its last change",
      [[3, 4, 2026]],
      { written: at("2026-11-03T14:00:00Z"), name: "a" },
      null,
    ],
    [
      "by small steps",
      [
        [1, 3, 2026],
        [2, 3, 2026],
        [3, 3, 2026],
      ],
      unknown,
      true,
    ],
    [
      "by small steps, newest first",
      [
        [3, 9, 2026],
        [3, 8, 2026],
        [3, 7, 2026],
      ],
      unknown,
      false,
    ],
    ["by nothing", [[5, 6, 2026]], unknown, null],
    [
      "by the day of the last change, without a year",
      [[5, 6, 0]],
      { written: at("2026-06-05T14:00:00Z"), name: "a" },
      true,
    ],
    [
      "not by what would be later, without a year",
      [[12, 1, 0]],
      { written: at("2026-03-01T14:00:00Z"), name: "a" },
      null,
    ],
    [
      "by nothing where both are the same day",
      [[6, 6, 2026]],
      { written: at("2026-06-06T14:00:00Z"), name: "a" },
      null,
    ],
  ])("%s", (_, dates, hints, dayFirst) => {
    expect(orderOf(dates, hints, now).dayFirst).toBe(dayFirst);
  });
});

describe("an order that learns", () => {
  const learning = (...dates: WrittenDate[]) => {
    const order = createDateOrder("auto", () => now);
    for (const date of dates) order.learn(...date);
    return order;
  };

  test("is overruled by a proof, once", () => {
    const order = learning([1, 3, 2026], [2, 3, 2026]);
    expect(order.dayFirst).toBe(true);
    order.learn(3, 28, 2026);
    expect(order.dayFirst).toBe(false);
    order.learn(28, 3, 2026);
    expect(order.dayFirst).toBe(false);
  });

  test("keeps what it found first while nothing is proven", () => {
    const order = learning([1, 3, 2026], [2, 3, 2026], [2, 4, 2026], [2, 5, 2026], [2, 6, 2026], [2, 7, 2026]);
    expect(order.dayFirst).toBe(true);
  });

  test("goes on from its state", () => {
    const order = createDateOrder("auto", () => now);
    order.restore(JSON.parse(JSON.stringify(learning([1, 3, 2026]).state())));
    order.learn(2, 3, 2026);
    expect(order.dayFirst).toBe(true);
  });

  test("learns nothing where it was said", () => {
    const order = createDateOrder("mdy", () => now);
    order.learn(28, 3, 2026);
    expect([order.dayFirst, order.isOpen()]).toEqual([false, false]);
  });
});

test("the dates of stamps are collected, and no others", () => {
  const text = [
    "03/11/2026 08:00:00 a",
    "03/11/2026 08:00:01 b",
    "[Nest] 4711  - 11/04/2026, 2:24:07 AM   ERROR",
    "=== started: 11/5/2026  14:02:00",
    "08:30:00 11/06/26 could not bind",
    "26/11/09 08:30:00 ERROR net",
    "10.0.0.5 08:30:00 connect",
    "1.2.2026 is a version",
    '"connect","11/7/2026 2:22:07 PM"',
    "22.11. 08:30:00 connect",
    "[11-08 08:30:00] connect",
    "version 1.15 10:20 built",
    "cut 7/2",
  ].join("\n");
  expect(writtenDates(text)).toEqual([
    [3, 11, 2026],
    [11, 4, 2026],
    [11, 5, 2026],
    [11, 6, 2026],
    [11, 7, 2026],
    [22, 11, 0],
    [11, 8, 0],
  ]);
});

describe("a clock that is prepared", () => {
  const prepared = (samples: string[], hints = unknown, dateOrder: "auto" | "dmy" | "mdy" = "auto") => {
    const clock = createClock({ zone: "UTC", now: () => now, dateOrder });
    clock.prepare(hints, samples);
    return clock;
  };

  test("reads the first date by a proof that comes later in the log", () => {
    const clock = prepared(["03/11/2026 08:00:00 a\n", "14/11/2026 08:00:00 b\n"]);
    expect(clock.read("03/11/2026 08:00:00 a")).toBe(at("2026-11-03T08:00:00Z"));
    expect(clock.wantsSamples()).toBe(false);
  });

  test("follows what was said, whatever the log shows", () => {
    const clock = prepared(["14/11/2026 08:00:00 b\n"], unknown, "mdy");
    expect(clock.read("03/11/2026 08:00:00 a")).toBe(at("2026-03-11T08:00:00Z"));
    expect(clock.read("14/11/2026 08:00:00 b")).toBe(at("2026-11-14T08:00:00Z"));
  });

  test("keeps what lines have shown where samples show nothing", () => {
    const clock = prepared([]);
    clock.read("01/03/2026 08:00:00 a");
    const state = clock.state();
    clock.prepare(unknown, ["01/03/2026 08:00:00 a"]);
    expect(clock.state()).toEqual(state);
  });

  test("gives no line without a year a later one than the log was written in", () => {
    const clock = prepared([], { written: at("2024-11-30T08:00:00Z"), name: "old.log" });
    expect(clock.read("Nov 20 08:00:00 host app: a")).toBe(at("2024-11-20T08:00:00Z"));
    expect(clock.read("Dec 20 08:00:00 host app: a")).toBe(at("2023-12-20T08:00:00Z"));
  });
});

describe("a date of another moment is not the line's own", () => {
  test.each([
    "  Not After: 2027-05-01 00:00:00",
    "   last success 2020-05-05 01:02:03",
    "certificate valid until May  1 00:00:00 2027 GMT",
    "token expires at 2027-05-01T00:00:00Z",
    "next attempt: 11/30/2026 08:00:00",
    "Zertifikat g\xc3\xbcltig bis 01.05.2027 00:00:00",
  ])("%s", (line) => {
    const clock = createClock({ zone: "UTC", now: () => now });
    clock.read("2026-11-22 08:00:00 open");
    expect(clock.read(line)).toBeNull();
    expect(clock.read("08:30:00 connect")).toBe(at("2026-11-22T08:30:00Z"));
  });

  test.each([
    "2026-11-22 08:30:00 next attempt at 2027-05-01 00:00:00",
    "[last] 2026-11-22 08:30:00 connect",
    "service started 2026-11-22 08:30:00",
  ])("but this one is: %s", (line) => {
    expect(createClock({ zone: "UTC", now: () => now }).read(line)).toBe(at("2026-11-22T08:30:00Z"));
  });
});

describe("what is around a stamp does not hide it", () => {
  test.each([
    ["colours inside", "\x1b[90m2026-11-22\x1b[0m \x1b[90m08:30:00.611\x1b[0m \x1b[31mERR\x1b[0m connect"],
    ["a colour instead of a blank", "ERR\x1b[0m2026-11-22 08:30:00.611 connect"],
    ["zeros of a crash", `${"\0".repeat(5000)}2026-11-22 08:30:00.611 connect`],
    ["a byte-order mark", "\xef\xbb\xbf2026-11-22 08:30:00.611 connect"],
  ])("%s", (_, line) => {
    expect(createClock({ zone: "UTC", now: () => now }).read(line)).toBe(at("2026-11-22T08:30:00.611Z"));
  });

  test("a byte-order mark before a header", () => {
    const clock = createClock({ zone: "Asia/Tokyo", now: () => now });
    clock.read("\xef\xbb\xbf#Software: Microsoft Internet Information Services 10.0");
    expect(clock.read("2026-11-22 08:30:00 10.0.0.5")).toBe(at("2026-11-22T08:30:00Z"));
  });
});
