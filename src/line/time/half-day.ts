import { toBytes } from "../../text/byte-string.ts";

// As .NET, Java and Windows write them, by language. Scripts without blanks come first: nothing has to end behind such a word.
const morning =
  "上午 午前 오전 凌晨 清晨 早上 ก่อนเที่ยง πμ ΠΜ π.μ. Π.Μ. ÖÖ ص VORM. vorm. dop. de. ap. SA fm FM पूर्वाह्न ق.ظ пр.об. дп לפנה״צ";
const afternoon =
  "下午 午後 오후 中午 晚上 หลังเที่ยง μμ ΜΜ μ.μ. Μ.Μ. ÖS م NACHM. nachm. odp. du. CH ip. em EM अपराह्न ب.ظ сл.об. пп אחה״צ";

const wordsOfMorning = morning.split(" ").map(toBytes);
const wordsOfAfternoon = new Set(afternoon.split(" ").map(toBytes));
const words = [...wordsOfMorning, ...wordsOfAfternoon];

/** Where a line goes on as behind a stamp: "em SRV01" is Portuguese, and a part of the message. */
const beforeMessage = "(?= {0,3}(?:$|[\\t\\]|,;:\"'<>({[-]|(?:TRACE|DEBUG|INFO|VARNING|WARN|ERROR|FEL|FATAL)\\b)|  )";
const wholeWord = "(?![A-Za-z\\x80-\\xff])";
/** The first bytes of characters that are words without a blank: of the East, and Thai. */
const closed = /^[\xe3-\xed]|^\xe0\xb8/;

/** A regular expression (without groups) for the words that halve the day in other languages than English. */
export const halfDayPattern = `(?:${words.map(asPattern).join("|")})`;

/** "CH" is the afternoon, but "CH 1" and "CHECK" are not. */
function asPattern(word: string): string {
  if (/^[ef]m$/i.test(word)) return word + beforeMessage;
  if (/^[A-Z]+$/.test(word)) return `${word}(?![A-Za-z\\d_]| ?\\d)`;
  return word.replaceAll(".", "\\.") + (closed.test(word) || word.endsWith(".") ? "" : wholeWord);
}

const beforeTime = words.filter((word) => word >= "\x80").map((word) => word.replaceAll(".", "\\."));
const halfDayEnd = new RegExp(`(${beforeTime.join("|")}|de\\.|du\\.) ?$`);
const reach = 32;

/** Returns the word that halves the day and ends there, as in "下午 2:22:07". */
export function halfDayBefore(line: string, end: number): string | undefined {
  return halfDayEnd.exec(line.slice(Math.max(0, end - reach), end))?.[1];
}

/** Whether a half-day word or an AM/PM means the afternoon. */
export function isAfternoon(word: string): boolean {
  return word[0] === "P" || word === "p" || word.startsWith("p.") || word === "pm" || wordsOfAfternoon.has(word);
}
