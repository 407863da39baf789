import { codes } from "../codes.ts";
import { judge } from "../judge.ts";
import type { Line } from "../line.ts";
import { type Match, matchesOf } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** The digits of the codes but for the last: with fewer of them, many a dump of memory would seem to have a code. */
const heads = "271 272 273 274 275 276 277 278 2af 2b0 2b1".split(" ");

/** The number in hexadecimal: `0x2746`, `0000273d`, `274c` beside its decimal. */
export const hex: Recogniser<"hex"> = {
  form: "hex",
  literals: [...heads.flatMap((head) => [`0x${head}`, `0000${head}`, `(${head}`]), "0x3e3", "0x3e4", "0x3e5", "00003e"],
  find,
  samples: {
    match: [
      ["socket err=0x2746", 10054],
      ["TCP Provider: Error code 0x274D.", 10061],
      ["Win32 error 0x00002740 in bind", 10048],
      ["Winsock error 0000273d", 10045],
    ],
    ignore: [
      "TCP Provider: Error code 0x68 (104)",
      "idVendor=0x2717 connected",
      "flags 0x2746, state 0x2743",
      "0x27460000",
      "recv failed in OWSTIMER.EXE (0x2746)",
      "socket error in thread 0x2746",
      "color #274c60",
    ],
  },
};

const NUMBER =
  /(?<![0-9a-z_])(?:0x(?:(?:0000)?2[7ab][0-9a-f]{2}|(?:00000)?3e[3-5])|00002[7ab][0-9a-f]{2}|(?<=\()2[7ab][0-9a-f]{2}(?=\)))(?=u?l{0,2}(?![0-9a-z_]))/g;

/** `OWSTIMER.EXE (0x2746)`: the number of a process. */
function isProcess(lower: string, start: number): boolean {
  return /(?:\.(?:exe|dll|com) ?\(|\b(?:pid|tid|thread|process|proc|handle)(?: ?id)?[ :=#(]{1,3})$/.test(
    lower.slice(Math.max(0, start - 16), start),
  );
}

function find(line: Line): readonly Match[] {
  // From the beginning of the line: `(2780)` has no literal of its own, but counts beside one that has.
  return matchesOf(line.lower, NUMBER, 0, ({ text, start, end }) => {
    const code = Number.parseInt(text, 16);
    const confidence = codes.has(code) && !isProcess(line.lower, start) ? judge(line, code, start, end) : null;
    return confidence && { code, confidence };
  });
}
