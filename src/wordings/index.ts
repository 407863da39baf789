// What the program says beside its reports, in other languages than English: help, errors, hints, summaries, progress and
// reasons of the gate. English stands where it belongs; a file per language has its sentences by the English ones, with
// {1}, {2}, … for what is filled in. To add a language, copy zh.ts and list it below; test/wordings/ asks for every
// sentence.

import type { Language } from "../catalogue/entry.ts";
import { visible } from "../text/visible.ts";
import { filled, type Wording } from "../wording.ts";
import type { Wordings } from "./wordings.ts";
import { zhWordings } from "./zh.ts";

/** Every language but English. */
export const wordings: Readonly<Record<Exclude<Language, "en">, Wordings>> = { zh: zhWordings };

/** Every language that the program speaks; the first is the default. */
export const spokenLanguages: readonly Language[] = ["en", ...(Object.keys(wordings) as Language[])];

/** Puts a wording, or a fixed sentence, into a language; what that has no words for stays English. */
export function inLanguage(wording: Wording | string, lang: Language): string {
  const known: Wordings = lang === "en" ? {} : wordings[lang];
  const own = (sentence: string): string | null => (Object.hasOwn(known, sentence) ? (known[sentence] ?? null) : null);
  if (typeof wording === "string") return own(wording) ?? visible(wording);
  const { template, values } = wording;
  return filled({ template: own(template) ?? template, values }, (value) => inLanguage(value, lang));
}
