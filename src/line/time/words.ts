import { toBytes } from "../../text/byte-string.ts";

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A regular expression (without groups) for a month's name in three English letters. */
export const shortMonthPattern = `(?:${english.map(capitalized).join("|")})`;

/** A regular expression (without groups) for a weekday's name in three English letters. */
export const shortWeekdayPattern = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";

// As glibc's `date` and C#'s long forms begin: English at any length, other languages short.
const weekdays = [
  "mo|di|mi|do|fr|sa|so",
  "lun|mar|mer|jeu|ven|sam|dim",
  "mié|jue|vie|sáb|dom|gio|seg|ter|qua|qui|sex",
  "ma|wo|vr|za|zo|pon|wto|śro|czw|pią|sob|nie|po|út|st|čt|pá|so|ne",
  "mån|tis|ons|tors|fre|lör|sön|man|tir|lør|søn",
  "пн|вт|ср|чт|пт|сб|вс|нд|Пн|Вт|Ср|Чт|Пт|Сб|Вс|Нд",
  "pzt|sal|çar|per|cum|cmt|paz|Pzt|Sal|Çar|Per|Cum|Cmt|Paz",
];

const weekdayNames = weekdays
  .flatMap((names) => names.split("|"))
  .flatMap((name) => [name, capitalized(name)])
  .map(toBytes);

/** A regular expression (without groups) for a weekday's name. */
export const weekdayPattern = `(?:${shortWeekdayPattern}[a-z]{0,6}|${weekdayNames.join("|")})`;

const eastern = [
  ...["周", "週", "星期", "礼拜", "禮拜"].map((word) => `${toBytes(word)}(?:${each("一二三四五六日天")})`),
  `(?:${each("月火水木金土日一二三四五六")})(?:${toBytes("曜")}(?:${toBytes("日")})?)?`,
  `(?:${each("월화수목금토일")})(?:${toBytes("요일")})?`,
].join("|");

/** A regular expression (without groups) for a weekday between a date and a time: `(火)`, ` 星期二`, ` Tue`. */
export const weekdayBetween = `(?:,? ?(?:\\((?:${eastern}|${weekdayPattern})\\)|${eastern})| ${weekdayPattern}\\.?(?=,? ))`;

function each(characters: string): string {
  return [...characters].map(toBytes).join("|");
}

const shortWeekdays = new Set([...weekdayNames, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

/** Whether a word of at most nine bytes may be the name of a weekday. */
export function isWeekday(word: string): boolean {
  return shortWeekdays.has(word) || (word.endsWith("day") && shortWeekdays.has(word.slice(0, 3)));
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
