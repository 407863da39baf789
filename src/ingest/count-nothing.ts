import type { Counted } from "../ledger/counted.ts";
import type { Tally } from "../ledger/tally.ts";
import type { Source } from "../log/source.ts";
import type { Counting } from "./counting.ts";
import type { LogCount } from "./log-count.ts";
import { RunningTotals } from "./running-totals.ts";

/** The figures of a log in which nothing was counted. */
export const nothingCounted: Counted = {
  occurrences: 0,
  codes: new Map(),
  lines: 0,
  bytes: 0,
  already: 0,
  lostBytes: 0,
  yielded: false,
};

/** Adds up what is found, without a store. */
export function countNothing(): Counting {
  const totals = new RunningTotals(false);

  function begin({ committed }: Source): LogCount {
    const codes = new Map<number, number>();
    const counted = { ...nothingCounted, codes };
    const tally: Tally = {
      pass(bytes, lineEnds) {
        counted.bytes += bytes.length;
        counted.lines += lineEnds;
      },
      record(bytes, _line, named) {
        counted.bytes += bytes.length;
        if (bytes.endsWith("\n")) counted.lines++;
        counted.occurrences += named.length;
        for (const code of named) codes.set(code, (codes.get(code) ?? 0) + 1);
      },
      // Nothing waits for a store.
      reached: (offset) => committed?.(offset),
    };
    const end = async () => {
      totals.add(counted);
      return counted;
    };
    return {
      start: null,
      tally,
      met: () => counted.occurrences,
      flush: async () => undefined,
      bound: () => undefined,
      end,
      leave: async () => ({ counted: end() }),
    };
  }

  return {
    run: null,
    begin: async (source) => begin(source),
    resume: async (source) => begin(source),
    settle: async () => undefined,
    add: (sums) => totals.add(sums),
    close: async () => totals,
  };
}
