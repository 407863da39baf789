import { toBytes } from "../../text/byte-string.ts";

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

// Names that are words elsewhere ("em", "ip") are left out.
const morning = "上午 午前 오전 πμ π.μ. ÖÖ ص VORM. vorm. dop. de. ap. SA पूर्वाह्न ق.ظ пр.об.".split(" ").map(toBytes);
const afternoon = "下午 午後 오후 μμ μ.μ. ÖS م NACHM. nachm. odp. du. CH अपराह्न ب.ظ сл.об.".split(" ").map(toBytes);

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

/** A regular expression (without groups) for the words that halve the day in other languages than English. */
export const halfDayPattern = `(?:${[...morning, ...afternoon].map(asPattern).join("|")})`;

/** "CH" is the afternoon, but "CH 1" and "CHECK" are not. */
function asPattern(word: string): string {
  return word.replaceAll(".", "\\.") + (/^[A-Z]+$/.test(word) ? "(?![A-Za-z\\d_]| ?\\d)" : "");
}

const halfDayEnd = new RegExp(`(${[...morning, ...afternoon].filter((word) => word >= "\x80").join("|")}) ?$`);

/** Returns the word of another script that halves the day and ends there, as in "下午 2:22:07". */
export function halfDayBefore(line: string, end: number): string | undefined {
  return halfDayEnd.exec(line.slice(Math.max(0, end - 24), end))?.[1];
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
  ["MEZ", 60],
  ["MESZ", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["JST", 540],
  ["KST", 540],
  ["HKT", 480],
  ["SGT", 480],
  ["AWST", 480],
  ["ACST", 570],
  ["ACDT", 630],
  ["AEST", 600],
  ["AEDT", 660],
  ["NZST", 720],
  ["NZDT", 780],
  ["AKST", -540],
  ["AKDT", -480],
  ["SAST", 120],
]);

/** Minutes east of UTC of a zone's abbreviation, or null when it is unknown or means more than one zone. */
export function zoneOffset(abbreviation: string): number | null {
  return zones.get(abbreviation) ?? null;
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
