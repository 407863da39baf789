import { words } from "../../words/index.ts";
import type { RowAdvice } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { endStamp, momentStamp } from "./stamps.ts";

/** Writes a cause, and behind it the incident or the code that speaks for it. */
export function causeLine({ cause, incident, beside }: RowAdvice, report: Report): string {
  const say = words[report.lang].report;
  if (beside !== null) return cause + say.aside(say.besideCode(beside));
  if (incident === null) return cause;
  const { since, until, code } = incident;
  const range = `${momentStamp(report, since)}–${endStamp(report, since, until)}`;
  return cause + say.aside(say.duringIncident(code, range));
}
