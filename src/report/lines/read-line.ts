import { formatBytes } from "../../text/format-bytes.ts";
import { words } from "../../words/index.ts";
import { count } from "../layout/figures.ts";
import type { Report } from "../model/report.ts";

/** Says how much the store has read in all, how much was lost, and how many occurrences have no time. */
export function readLine({ lang, period, read }: Report): string {
  const say = words[lang].report;
  const everything = period.since === null && period.until === null;
  const timeless = everything ? say.withoutTime : say.withoutTimeLeftOut;
  return [
    say.read({ runs: count(read.runs), bytes: formatBytes(read.bytes), lines: count(read.lines) }),
    read.lostBytes === 0 ? say.nothingLost : say.lost(formatBytes(read.lostBytes)),
    ...(read.withoutTime === 0 ? [] : [timeless(count(read.withoutTime))]),
  ].join(say.clause);
}
