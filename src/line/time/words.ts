import { toBytes } from "../../text/byte-string.ts";

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
// Java's own loggers write these on a Chinese Windows: "22-十一月-2026 08:30:00".
const chinese = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];

const morning = ["上午", "午前", "오전"].map(toBytes);
const afternoon = ["下午", "午後", "오후"].map(toBytes);

const months = new Map([...english, ...chinese.map(toBytes)].map((name, index) => [name, (index % 12) + 1]));

/** A regular expression (without groups) for a month's name in three English letters. */
export const shortMonthPattern = `(?:${english.map(capitalized).join("|")})`;

/** A regular expression (without groups) for a weekday's name in three English letters. */
export const shortWeekdayPattern = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

/** A regular expression (without groups) for a month's name, short or long, English or Chinese. */
export const monthPattern = `(?:[JFMASOND][A-Za-z]{2}[a-z]{0,6}|${chinese.map(toBytes).join("|")})`;

/** A regular expression (without groups) for the words that halve the day in Chinese, Japanese and Korean. */
export const halfDayPattern = `(?:${[...morning, ...afternoon].join("|")})`;

/** 1 to 12, or null when the word is no month. */
export function monthOf(name: string): number | null {
  return months.get(name) ?? months.get(name.slice(0, 3).toLowerCase()) ?? null;
}

/** Whether a half-day word or an AM/PM means the afternoon. */
export function isAfternoon(word: string): boolean {
  return word === "P" || word === "p" || afternoon.includes(word);
}

// Minutes east of UTC. CST (Chicago or Shanghai), BST and IST are left out: each is two or three zones, and the
// Clock's own zone is the better guess.
const zones = new Map([
  ["UTC", 0],
  ["GMT", 0],
  ["EST", -300],
  ["EDT", -240],
  ["CDT", -300],
  ["MST", -420],
  ["MDT", -360],
  ["PST", -480],
  ["PDT", -420],
  ["WET", 0],
  ["CET", 60],
  ["CEST", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["JST", 540],
  ["KST", 540],
]);

/** Minutes east of UTC of a zone's abbreviation, or null when it is unknown or means more than one zone. */
export function zoneOffset(abbreviation: string): number | null {
  return zones.get(abbreviation) ?? null;
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
