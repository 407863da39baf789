import { visible } from "../../text/visible.ts";
import { truncateAround } from "../layout/wrap.ts";
import type { Incident } from "../model/report.ts";

/** Writes the line that an incident began with in at most `width` columns, of which the code is one. */
export function firstLine({ began, codes }: Incident, width: number): string {
  const text = visible(began?.text ?? "");
  const lower = text.toLowerCase();
  const places = codes
    .flatMap(({ code, name }) => [String(code), `0x8007${code.toString(16)}`, name.toLowerCase()])
    .map((spelling) => lower.indexOf(spelling))
    .filter((place) => place >= 0);
  return truncateAround(text, width, places.length === 0 ? 0 : Math.min(...places));
}
