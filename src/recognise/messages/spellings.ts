import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import type { Messages } from "./messages.ts";

/**
 * Returns the spellings in which logs have a fragment, as byte strings whose ASCII letters are lower case. A line is
 * folded in ASCII alone, since any other byte is a part of a character; so letters beyond ASCII are listed here in both
 * cases: as the sentence has them, all lower, the first one capital, and all capital. Latin letters occur without their
 * marks too: a console whose code page lacks them writes `protoze` for `protože`.
 */
export function spellingsOf(fragment: string, { hasDottedCapital }: Messages): readonly string[] {
  const lower = fragment.toLowerCase();
  const upper = fragment.toUpperCase();
  const spellings = [fragment, lower, upper.slice(0, 1) + lower.slice(1), upper, withoutMarks(lower)];
  if (hasDottedCapital) spellings.push(fragment.replaceAll("i", "İ").toUpperCase());
  return [...new Set(spellings.map((spelling) => toLowerCase(toBytes(spelling))))];
}

/** The text as it is where a letter of it is not a Latin one. */
function withoutMarks(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıłøđ]/g, (letter) => WITHOUT_STROKE[letter] ?? letter);
  return IS_ASCII.test(plain) ? plain : text;
}

const WITHOUT_STROKE: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d" };
const IS_ASCII = /^[\x20-\x7e]*$/;
