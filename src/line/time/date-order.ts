import { dateOf } from "./stamp.ts";

/** How dates such as 03/11 are read: `auto` decides it for each log. */
export type DateOrderChoice = "auto" | "dmy" | "mdy";

/** The order of the numeric dates of one log, and the evidence for it. */
export interface DateOrder {
  /** Whether the day is first; null: nothing shows it so far. */
  readonly dayFirst: boolean | null;
  /** Takes a date as it is written: a value above 12 proves the order for all that comes later. */
  learn(a: number, b: number, year: number): void;
  /** Whether a date can still overrule the answer. */
  readonly isProven: boolean;
  /** Whether dates that were not seen yet could still change the answer. */
  isOpen(): boolean;
  /** Whether the log has dates that can be read in both ways, and none that proves one. */
  isDisputed(): boolean;
  /** The year in which the log was last written; this one when that is unknown. */
  year(): number;
  state(): DateOrderState;
  restore(state: DateOrderState): void;
}

/** The evidence so far; plain data. */
export interface DateOrderState {
  readonly dayFirst: boolean | null;
  /** Whether a value above 12 proved it. */
  readonly isProven: boolean;
  /** The latest date that could be read in both ways. */
  readonly last: readonly [a: number, b: number, year: number] | null;
  /** Days between neighbouring dates, added up: with the day first, and with the month first. */
  readonly steps: readonly [dayFirst: number, monthFirst: number];
}

/** What is known about a log besides its lines. */
export interface LogHints {
  /** Unix milliseconds: when it was last written; null when that is unknown. */
  readonly written: number | null;
  /** Its path, which may have a date. */
  readonly name: string;
}

/** A date as it is written, as far as its order matters; the year is 0 where none is named. */
export type WrittenDate = readonly [a: number, b: number, year: number];

const dayMs = 86_400_000;
/** For clocks that are wrong, and zones that are. */
const toleranceMs = 1.5 * dayMs;
/** A log runs in small steps: the reading whose steps are this much larger is wrong. */
const clearlyLarger = 5;
const leastDays = 20;
const nothingSeen: DateOrderState = { dayFirst: null, isProven: false, last: null, steps: [0, 0] };

/**
 * The order that a choice fixes, or one that learns from the dates that it is given; `now`, and when the log was last
 * written, in Unix milliseconds.
 */
export function createDateOrder(choice: DateOrderChoice, now: () => number, written: () => number = now): DateOrder {
  const year = () => new Date(written()).getUTCFullYear();
  let { dayFirst, isProven, last, steps } = nothingSeen;
  if (choice !== "auto") {
    const fixed = choice === "dmy";
    const state: DateOrderState = { ...nothingSeen, dayFirst: fixed, isProven: true };
    return {
      dayFirst: fixed,
      isProven: true,
      learn: () => undefined,
      isOpen: () => false,
      isDisputed: () => false,
      year,
      state: () => state,
      restore: () => undefined,
    };
  }

  function learn(a: number, b: number, year: number): void {
    if (isProven || a === b) return;
    if (a > 12 || b > 12) {
      [dayFirst, isProven, last] = [a > 12, true, null];
      return;
    }
    const before = last;
    if (before !== null && before[0] === a && before[1] === b && before[2] === year) return;
    last = [a, b, year];
    if (before !== null) {
      const [days, months] = steps;
      steps = [days + distance(before, last, true), months + distance(before, last, false)];
      dayFirst ??= smallerOf(steps);
    }
    dayFirst ??= notAfter([last], now());
  }

  return {
    get dayFirst() {
      return dayFirst;
    },
    get isProven() {
      return isProven;
    },
    learn,
    isOpen: () => dayFirst === null,
    isDisputed: () => last !== null,
    year,
    state: () => ({ dayFirst, isProven, last, steps }),
    restore(state) {
      ({ dayFirst, isProven, last, steps } = state);
    },
  };
}

/**
 * Decides the order from many dates of a log at once, in their order in it; null when nothing shows it. A value above 12 is
 * a proof; else the date in the log's name, then dates that would be later than the log was written (or than now), then how
 * near the last one is to that moment, then which reading runs in smaller steps.
 */
export function orderOf(dates: readonly WrittenDate[], { written, name }: LogHints, now: number): DateOrderState {
  const proofs = dates.filter(([a, b]) => a > 12 || b > 12);
  const daysFirst = proofs.filter(([a]) => a > 12).length;
  if (proofs.length > 0) return { ...nothingSeen, dayFirst: 2 * daysFirst >= proofs.length, isProven: true };
  const end = written ?? now;
  const year = new Date(end).getUTCFullYear();
  const isDated = dates.every((date) => date[2] > 0);
  const open = dates.filter(([a, b]) => a !== b).map(([a, b, y]): WrittenDate => [a, b, y || year]);
  const dayFirst =
    // Without a year, what would be later is of an earlier one.
    namedOrder(open, name) ??
    (isDated ? notAfter(open, end) : null) ??
    (written === null ? null : nearest(open, end)) ??
    byStepsOf(open);
  return { ...nothingSeen, dayFirst };
}

/** The order in which one of the dates is that in the name, unless both orders have such a date. */
function namedOrder(dates: readonly WrittenDate[], name: string): boolean | null {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const [, year, month, day] =
    /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(file) ?? [];
  if (year === undefined) return null;
  const fits = (isDay: boolean) =>
    dates.some(([a, b, y]) => {
      const [d, m] = isDay ? [a, b] : [b, a];
      return y === Number(year) && m === Number(month) && (day === undefined || d === Number(day));
    });
  return only(fits(true), fits(false));
}

/** The order in which no date is later than a moment, if the other has such dates. */
function notAfter(dates: readonly WrittenDate[], end: number): boolean | null {
  const fits = (isDay: boolean) => dates.every((date) => startOf(date, isDay) <= end + toleranceMs);
  return only(fits(true), fits(false));
}

/** The order in which the latest date is the day of the log's last change, if it is not in the other. */
function nearest(dates: readonly WrittenDate[], end: number): boolean | null {
  if (dates.length === 0) return null;
  const fits = (isDay: boolean) => {
    const latest = Math.max(...[dates[0], dates.at(-1)].map((date) => startOf(date as WrittenDate, isDay)));
    return Math.abs(latest + dayMs / 2 - end) <= dayMs / 2 + toleranceMs;
  };
  return only(fits(true), fits(false));
}

function byStepsOf(dates: readonly WrittenDate[]): boolean | null {
  const steps: [number, number] = [0, 0];
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1];
    if (before === undefined) continue;
    steps[0] += distance(before, date, true);
    steps[1] += distance(before, date, false);
  }
  return smallerOf(steps);
}

function smallerOf([dayFirst, monthFirst]: DateOrderState["steps"]): boolean | null {
  if (Math.max(dayFirst, monthFirst) < leastDays) return null;
  if (monthFirst > clearlyLarger * dayFirst) return true;
  return dayFirst > clearlyLarger * monthFirst ? false : null;
}

/** Days between two dates. */
function distance(one: WrittenDate, other: WrittenDate, dayFirst: boolean): number {
  return Math.abs(startOf(one, dayFirst) - startOf(other, dayFirst)) / dayMs;
}

function startOf([a, b, year]: WrittenDate, dayFirst: boolean): number {
  return (dayFirst ? dateOf(year, b, a) : dateOf(year, a, b)) ?? 0;
}

function only(dayFirst: boolean, monthFirst: boolean): boolean | null {
  return dayFirst === monthFirst ? null : dayFirst;
}
