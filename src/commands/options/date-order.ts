import type { Options } from "yargs";

/** `--date-order`. */
export const dateOrderOption = {
  choices: ["auto", "dmy", "mdy"] as const,
  default: "auto" as const,
  requiresArg: true,
  group: "Time:",
  describe: "Whether 03/11/2026 is in November (dmy) or in March (mdy); auto: decided for each log from its dates",
} as const satisfies Options;
