import { codes } from "../codes.ts";
import { judge } from "../judge.ts";
import type { Line } from "../line.ts";
import { type Confidence, type Match, matchesOf } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** A negative number: a signed HRESULT, `-2147014842`, or the code as FFmpeg negates it, `error -10054`. */
export const signed: Recogniser<"signed"> = {
  form: "signed",
  literals: ["-21470148", "-21470138", "-21470139"],
  numbers: [...codes].filter((code) => code >= 10_000).map(String),
  find,
  samples: {
    match: [
      ["connect code -2147014842", 10054],
      ["av_write_frame() error -10053 while writing", 10053],
      ["Error number -10054 occurred", 10054],
    ],
    ignore: [
      "error number -10000",
      "A privilege violation occurred. error number -10004",
      "KB-10054",
      "2026-10054",
      "offset -10054",
      "-2147467259",
    ],
  },
};

const NUMBER = /(?<![0-9a-z_.)-])-(?:21470(?:148|13[89])\d\d|1(?:00|01|10)\d\d)(?![0-9a-z_]|[.-]\d)/g;

/** The difference between an HRESULT as a signed number and its code. */
const SIGNED_WIN32 = 0x80070000 - 2 ** 32;

function find(line: Line): readonly Match[] {
  return matchesOf(line.lower, NUMBER, line.firstOf(signed), ({ text, start, end }) => {
    const wrapped = text.length > "-11033".length;
    const code = wrapped ? Number(text) - SIGNED_WIN32 : -Number(text);
    if (!codes.has(code)) return null;
    const confidence = wrapped ? "certain" : judgeNegated(line, code, start, end);
    return confidence && { code, confidence };
  });
}

/** AppleScript's own errors run from -10000 to -10016. */
function judgeNegated(line: Line, code: number, start: number, end: number): Confidence | null {
  return code > 10016 || line.speaksOnlyOfSockets ? judge(line, code, start, end) && "likely" : null;
}
