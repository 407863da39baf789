import type { Options } from "yargs";
import type { Language } from "../../catalogue/entry.ts";
import type { Io, Output } from "../../terminal/io.ts";
import { words } from "../../words/index.ts";

/** `--store`: undefined means the default that depends on the environment. */
export const storeOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "SQLite file with the counts",
  defaultDescription: "$WSA_STORE, else wsa-annotate.db in the user's state folder",
} as const satisfies Options;

/** `--lang`: undefined means the language of the environment, see `languageOf`. */
export const langOption = {
  choices: Object.keys(words) as Language[],
  requiresArg: true,
  group: "Output:",
  describe: "Language of the explanations",
  defaultDescription: "from LC_ALL, LC_MESSAGES or LANG",
} as const satisfies Options;

/** `--tz`: undefined means the machine's zone, see time-zone.ts. */
export const tzOption = {
  type: "string",
  requiresArg: true,
  group: "Time:",
  describe: "Time zone of days and hours, for example Europe/Berlin or UTC",
  defaultDescription: "the machine's",
} as const satisfies Options;

/** What `--color` takes. */
export type Color = "auto" | "always" | "never";

/** `--color`, see `useColor`. */
export const colorOption = {
  choices: ["auto", "always", "never"] as const,
  default: "auto" as Color,
  requiresArg: true,
  group: "Output:",
  describe: "Colour the output; auto: on a terminal, unless NO_COLOR is set",
} as const satisfies Options;

/** `--source`: the name that a log goes by in the store. */
export const sourceOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "Name of the log",
} as const satisfies Options;

/** `--host`: the machine that a log comes from. */
export const hostOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "Machine that the log comes from",
} as const satisfies Options;

/** `--samples`, and `--no-samples` for logs whose lines must not be kept. */
export const samplesOption = {
  type: "boolean",
  default: true,
  group: "Store:",
  describe: "Keep lines as examples; --no-samples: do not",
} as const satisfies Options;

/** The language asked for, else that of the environment's locale, else English. */
export function languageOf(io: Io, lang: Language | undefined): Language {
  if (lang !== undefined) return lang;
  const named = io.env["LC_ALL"] || io.env["LC_MESSAGES"] || io.env["LANG"];
  // Windows sets none of these; there the system's own setting is what Intl reports.
  const locale = named || (io.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "en");
  const name = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? "";
  return Object.hasOwn(words, name) ? (name as Language) : "en";
}

/** Whether this output gets colours: the flag decides, then NO_COLOR, FORCE_COLOR, and whether it is a terminal. */
export function useColor(io: Io, output: Output, color: Color): boolean {
  if (color !== "auto") return color === "always";
  if (io.env["NO_COLOR"]) return false;
  const forced = io.env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return output.isTTY === true && io.env["TERM"] !== "dumb";
}

/** Columns of text that fit: the terminal's, and 80 where there is no terminal. */
export function widthOf(output: Output): number {
  return output.isTTY === true && output.columns !== undefined ? Math.max(output.columns, 40) : 80;
}
