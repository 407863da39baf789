import { codes } from "../codes.ts";
import { contextCue } from "../context/context-cue.ts";
import { isOtherNumber } from "../context/other-number.ts";
import type { Line } from "../line.ts";
import { type Match, matchesOf } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** A Win32 error wrapped in an HRESULT: `0x80072746`, `80072746` after a cue, or 2147952454 in decimal. */
export const hresult: Recogniser<"hresult"> = {
  form: "hresult",
  literals: ["80072", "800703e", "21479524", "21479533", "21479534"],
  find,
  samples: {
    match: [
      ["recv hr=0x80072746", 10054],
      ["HttpRequestException (0x8007274D): refused", 10061],
      ["Error code: Service/0x8007274c", 10060],
      ["hr = 80072AF9", 11001],
      ["ExitCode 2147952454", 10054],
      ['<Value Type="UnsignedInteger">2147952461</Value>', 10061],
    ],
    ignore: [
      "0x80072ee2",
      "0x80070057",
      "pc : 80072746",
      "message id 2147952454",
      "0x800727460000",
      "{80072746-0000-0000-0000-000000000000}",
      "sha 9f80072746aa",
    ],
  },
};

const FACILITY_WIN32 = 0x80070000;

const NUMBER =
  /(?<![0-9a-z_])(?:(?:0x)?8007(?:2[7ab][0-9a-f]{2}|03e[3-5])(?=u?l{0,2}(?![0-9a-z_]))|21479(?:524|53[34])\d\d(?![0-9a-z_]))/g;

function find(line: Line): readonly Match[] {
  return line.keep(read);
}

function read(line: Line): readonly Match[] {
  return matchesOf(line.lower, NUMBER, line.firstOf(hresult), ({ text, start, end }) => {
    const code = (text.startsWith("21479") ? Number(text) : Number.parseInt(text, 16)) - FACILITY_WIN32;
    if (!codes.has(code) || !isError(line, code, start, end)) return null;
    return { code, confidence: text.startsWith("0x") ? "certain" : "likely" };
  });
}

/** A kernel's addresses and a GUID's first group look the same, so a number without `0x` needs a cue before it. */
function isError(line: Line, code: number, start: number, end: number): boolean {
  const { lower } = line;
  const before = lower.slice(Math.max(0, start - 14), start);
  if (code < 10000 && !line.speaksOnlyOfSockets) return false;
  if (/^-[0-9a-f]|^ ?bytes?\b/.test(lower.slice(end, end + 8)) || /[-.$]$/.test(before)) return false;
  if (lower.startsWith("0x", start)) return !ADDRESS.test(before);
  // Ten digits that are one of a hundred numbers by chance are rarer than a log that prints an HRESULT unsigned.
  if (lower.startsWith("21479", start)) return !isOtherNumber(line, start, end) && !IDENTIFIER.test(before);
  return contextCue(line, start) !== "none" || /(?:hresult|\bhr|exit ?code)\W{0,5}$/.test(before);
}

/** Words before other numbers of ten digits: identifiers, sizes, times, and the numbers of a list. */
const IDENTIFIER = /(?:\bid|_id|serial|phone|time|offset|size|bytes|\bi64|\d{6})\W{1,4}$/;

const ADDRESS = /(?:\b(?:at|addr|address|ptr|pc|ra|lr|sp|epc|base|offset|handle)|\[<)\W{0,4}$/;
