import type { Language } from "../../catalogue/entry.ts";
import { words } from "../../words/index.ts";
import { type Markup, markup } from "../layout/markup.ts";
import { createSteps, fittingBucket, minutesOf } from "../time/buckets.ts";
import { localTime } from "../time/local-time.ts";

/** The stretch of time that a chart covers. */
export interface ChartSpan {
  /** Unix seconds, half-open. */
  readonly since: number;
  readonly until: number;
  readonly zone: string;
}

/** Position of a moment in a span, from 0 at its start to 100 at its end. */
export function percentAt(second: number, { since, until }: ChartSpan): number {
  return round((100 * (second - since)) / (until - since));
}

/** Rounds to two decimals, to keep the SVG short. */
export const round = (n: number): number => Math.round(n * 100) / 100;

/**
 * Draws ticks at even times, labelled with the time, or with the date at midnight. Narrow screens hide every second
 * one.
 */
export function timeAxis(span: ChartSpan, lang: Language, y: number): Markup {
  const bucket = fittingBucket(span.since, span.until, MOST_TICKS);
  const starts = createSteps(bucket, span.since, span.until, span.zone).starts.filter((start) => start >= span.since);
  const daily = minutesOf(bucket) >= 1440;
  return markup`${starts.map((start, i) => {
    const x = `${percentAt(start, span)}%`;
    const { date, time } = localTime(start, span.zone);
    const label = daily || time === "00:00" ? shortDate(date, lang) : time;
    return markup`<g class="tick${i % 2 === 1 ? " spare" : ""}"><line x1="${x}" x2="${x}" y1="${y}" y2="${y + 5}"/>
      <text x="${x}" y="${y + 18}" dx="${percentAt(start, span) < 1 ? 0 : 4}">${label}</text></g>`;
  })}`;
}

/** Writes `2026-11-20` as `20 Nov` or `11月20日`. */
export function shortDate(date: string, lang: Language): string {
  const [, month = 1, day = 1] = date.split("-").map(Number);
  return words[lang].page.date(month, day);
}

const MOST_TICKS = 10;
