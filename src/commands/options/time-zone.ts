import type { Options } from "yargs";

/** `--tz`: undefined means the machine's zone. */
export const tzOption = {
  type: "string",
  requiresArg: true,
  group: "Time:",
  describe: "Time zone of days and hours, for example Europe/Berlin or UTC",
  defaultDescription: "the machine's",
} as const satisfies Options;
