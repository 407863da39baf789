import { codes } from "../codes.ts";
import type { Line } from "../line.ts";
import { type Match, matchesOf } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** A Win32 error wrapped in an NTSTATUS (facility NTWIN32): `0xC0072746`. */
export const ntstatus: Recogniser<"ntstatus"> = {
  form: "ntstatus",
  literals: ["c0072"],
  find,
  samples: {
    match: [
      ["afd: status 0xC0072746", 10054],
      ["NTSTATUS(0xc007274d)", 10061],
    ],
    ignore: ["0xc000020de0", "0xC00727460", "status 0xC0000236", "c0072746 without a prefix"],
  },
};

const FACILITY_NTWIN32 = 0xc0070000;

const NUMBER = /(?<![0-9a-z_])0xc0072[7ab][0-9a-f]{2}(?=u?l{0,2}(?![0-9a-z_]))/g;

function find(line: Line): readonly Match[] {
  return matchesOf(line.lower, NUMBER, line.firstOf(ntstatus), ({ text }) => {
    const code = Number.parseInt(text, 16) - FACILITY_NTWIN32;
    return codes.has(code) ? { code, confidence: "certain" } : null;
  });
}
