import { bytes, count } from "../layout/figures.ts";
import type { Report } from "../model/report.ts";
import { words } from "./words.ts";

/** What the store has read in all, what was lost, and what no period can claim. */
export function readLine({ lang, period, read }: Report): string {
  const say = words[lang];
  const separator = lang === "zh" ? "；" : "; ";
  const everything = period.since === null && period.until === null;
  const timeless = everything ? say.withoutTime : say.withoutTimeLeftOut;
  return [
    say.read({ runs: count(read.runs), bytes: bytes(read.bytes), lines: count(read.lines) }),
    read.lostBytes === 0 ? say.nothingLost : say.lost(bytes(read.lostBytes)),
    ...(read.withoutTime === 0 ? [] : [timeless(count(read.withoutTime))]),
  ].join(separator);
}

/** The heading of the endpoints, which says so where the period cuts a UTC day: endpoints are kept by whole days. */
export function endpointsHeading({ lang, period: { since, until } }: Report): string {
  const say = words[lang];
  const cut = [since, until].some((second) => second !== null && second % 86_400 !== 0);
  return cut ? say.endpointsByDay : say.endpoints;
}
