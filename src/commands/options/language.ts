import type { Options } from "yargs";
import type { Language } from "../../catalogue/entry.ts";
import { spokenLanguages } from "../../wordings/index.ts";

/** `--lang`: undefined means the language of the environment. Read by `languageOf`, before all other options. */
export const langOption = {
  choices: spokenLanguages,
  requiresArg: true,
  group: "Options:",
  describe: "Language of explanations, help and messages",
  defaultDescription: "from LC_ALL, LC_MESSAGES or LANG",
} as const satisfies Options;

/** The environment that a language can be read from. */
export interface Locale {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** The language that the command line asks for, else that of the environment's locale, else English. */
export function languageOf({ env, platform }: Locale, args: readonly string[]): Language {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const at = options.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = at === -1 ? undefined : (options[at]?.split("=")[1] ?? options[at + 1]);
  const known = (name: string | undefined) => spokenLanguages.find((one) => one === name);
  const named = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"];
  // Windows sets none of these; there the system's own setting is what Intl reports.
  const locale = named || (platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "en");
  const name = /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? "";
  return known(asked) ?? known(name) ?? "en";
}
