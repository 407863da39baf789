import { visible } from "../../text/visible.ts";
import { truncate, truncateAround } from "../layout/wrap.ts";
import type { Incident } from "../model/report.ts";

/** Writes the line that an incident began with in at most `width` columns, with the whole of its first code among them. */
export function firstLine({ began, codes }: Incident, width: number): string {
  const text = visible(began?.text ?? "");
  const lower = text.toLowerCase();
  const [first] = codes
    .flatMap(({ code, name }) => [String(code), `0x8007${code.toString(16)}`, name.toLowerCase()])
    .map((spelling) => ({ from: lower.indexOf(spelling), length: spelling.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  return first === undefined
    ? truncate(text, width)
    : truncateAround(text, width, first.from, first.from + first.length);
}
