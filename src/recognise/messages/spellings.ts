import { toBytes, toLowerCase } from "../../text/byte-string.ts";
import { plainSpellings } from "../plain-spellings.ts";
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
  const spellings = [fragment, lower, upper.slice(0, 1) + lower.slice(1), upper, ...plainSpellings(lower)];
  if (hasDottedCapital) spellings.push(fragment.replaceAll("i", "İ").toUpperCase());
  return [...new Set(spellings.map((spelling) => toLowerCase(toBytes(spelling))))];
}
