import type { Options } from "yargs";
import { momentForms } from "../../report/time/parse-period.ts";

/** `--since`: the first minute that counts. */
export const sinceOption = {
  type: "string",
  requiresArg: true,
  group: "Time:",
  describe: `From then on: ${momentForms}. A day means its start`,
} as const satisfies Options;

/** `--until`: the minute that no longer counts. */
export const untilOption = {
  type: "string",
  requiresArg: true,
  group: "Time:",
  describe: "Up to then, in the same forms: `--until 2026-11-20` ends where that day begins",
} as const satisfies Options;
