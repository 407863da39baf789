import { formatBytes } from "../../text/format-bytes.ts";
import { words } from "../../words/index.ts";
import type { ReportWords } from "../../words/report-words.ts";
import { count } from "../layout/figures.ts";
import type { Report, StrayTimes } from "../model/report.ts";
import { localTime } from "../time/local-time.ts";

/** Says how much the store has read in all, how much was lost, and how many occurrences have no time. */
export function readLine({ lang, period, read }: Report): string {
  const say = words[lang].report;
  const everything = period.since === null && period.until === null;
  const timeless = everything ? say.withoutTime : say.withoutTimeLeftOut;
  return [
    say.read({ runs: count(read.runs), bytes: formatBytes(read.bytes), lines: count(read.lines) }),
    ...(read.lostBytes + read.lostMessages === 0 ? [say.nothingLost] : []),
    ...(read.lostBytes === 0 ? [] : [say.lost(formatBytes(read.lostBytes))]),
    ...(read.lostMessages === 0 ? [] : [say.lostMessages(count(read.lostMessages))]),
    ...(read.setAside === 0 ? [] : [say.setAside(count(read.setAside))]),
    ...(read.withoutTime === 0 ? [] : [timeless(count(read.withoutTime))]),
    ...(read.stray === null ? [] : [strayClause(read.stray, period.zone, say)]),
  ].join(say.clause);
}

function strayClause({ occurrences, first, last }: StrayTimes, zone: string, say: ReportWords): string {
  const days = [...new Set([first, last].map((second) => localTime(second, zone).date))];
  return say.strayTimes(count(occurrences), days.join(" – "));
}
