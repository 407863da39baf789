import type { Options } from "yargs";

/** `--source`: the name that a log goes by in the store. */
export const sourceOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "Name of the log",
} as const satisfies Options;

/** `--host-from`: where the machine's name is in a log's path. */
export const hostFromOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: 'Take the machine from the path of each log: folder, or a pattern such as "logs/{host}/*.log"',
} as const satisfies Options;

/** `--host`: the machine that a log comes from. */
export const hostOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "Machine that the log comes from",
} as const satisfies Options;
