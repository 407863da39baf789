import type { Options } from "yargs";
import type { Language } from "../../catalogue/entry.ts";
import type { Io } from "../../terminal/io.ts";
import { words } from "../../words/index.ts";

/** `--lang`: undefined means the language of the environment, see `languageOf`. */
export const langOption = {
  choices: Object.keys(words) as Language[],
  requiresArg: true,
  group: "Output:",
  describe: "Language of the explanations",
  defaultDescription: "from LC_ALL, LC_MESSAGES or LANG",
} as const satisfies Options;

/** The given language, else that of the environment's locale, else English. */
export function languageOf(io: Io, lang: Language | undefined): Language {
  if (lang !== undefined) return lang;
  const named = io.env["LC_ALL"] || io.env["LC_MESSAGES"] || io.env["LANG"];
  // Windows sets none of these; there the system's own setting is what Intl reports.
  const locale = named || (io.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "en");
  const name = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? "";
  return Object.hasOwn(words, name) ? (name as Language) : "en";
}
