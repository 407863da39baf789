import { isAmid, isSpelled } from "../text/byte-array.ts";
import { codes } from "./codes.ts";
import { hresult } from "./forms/hresult.ts";
import { macro } from "./forms/macro.ts";
import { message } from "./forms/message.ts";
import type { Line } from "./line.ts";
import type { Match } from "./match.ts";

/** Whether the line names the same code in another way: by macro, by the system's sentence, or in hexadecimal. */
export function isNamed(line: Line, code: number, start: number, end: number): boolean {
  return (
    (isTwice(line, code, start, end) &&
      (ALONE.test(line.lower) || line.lower.includes("0x0000") || line.lower.includes("x'") || line.speaksOfFailure)) ||
    hasMacro(line, code) ||
    (line.mayHold(hresult) && isAmong(hresult.find(line, {}), code)) ||
    (line.mayHold(message) && isAmong(message.find(line, {}), code))
  );
}

/** As the documentation has it: the macro and the sentence are on lines of their own. */
const ALONE = /^\s*\d{5} \(0x[0-9a-f]{4,8}\)\s*$/;

/** Whether the line has the code's macro name. */
export function hasMacro(line: Line, code: number): boolean {
  return line.mayHold(macro) && isAmong(macro.find(line, {}), code);
}

function isAmong(matches: readonly Match[], code: number): boolean {
  return matches.some((match) => match.code === code);
}

/** The same number beside itself in the other base: `0x274C (10060)`, `10060 (274c)`. */
function isTwice(line: Line, code: number, start: number, end: number): boolean {
  const { bytes, length } = line;
  const from = Math.max(0, start - 16);
  const to = Math.min(length, end + 16);
  const { decimal, hexadecimal } = spellings.get(code) as Spellings;
  const other = end - start === decimal.length && isSpelled(decimal, bytes, start) ? hexadecimal : decimal;
  if (!isAmid(other, bytes, from, start) && !isAmid(other, bytes, end, to)) return false;
  const around = `${line.lower.slice(from, start)} ${line.lower.slice(end, to)}`;
  return new RegExp(`(?<![a-z0-9])(?:0x0*)?${other}(?![a-z0-9])`).test(around);
}

interface Spellings {
  readonly decimal: string;
  readonly hexadecimal: string;
}

const spellings: ReadonlyMap<number, Spellings> = new Map(
  Array.from(codes, (code) => [code, { decimal: String(code), hexadecimal: code.toString(16) }]),
);
