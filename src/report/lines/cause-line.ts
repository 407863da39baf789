import { words } from "../../words/index.ts";
import type { RowAdvice } from "../model/code-row.ts";
import type { Report } from "../model/report.ts";
import { endStamp, momentStamp } from "./stamps.ts";

/** Writes a cause, and behind it the incident that speaks for it. */
export function causeLine({ cause, incident }: RowAdvice, report: Report): string {
  if (incident === null) return cause;
  const { since, until, code } = incident;
  const say = words[report.lang].report;
  const range = `${momentStamp(report, since)}–${endStamp(report, since, until)}`;
  return cause + say.aside(say.duringIncident(code, range));
}
