// The words of the program, a file per language: what annotations, reports, explanations and the live page write beside
// the catalogue's texts. Each <use>-words.ts is the contract of one use, language-words.ts puts them together. To add a
// language, copy en.ts, list it below, and name it in `Language` (catalogue/entry.ts): the compiler then asks for the
// catalogue's texts.

import type { Language } from "../catalogue/entry.ts";
import { enWords } from "./en.ts";
import type { LanguageWords } from "./language-words.ts";
import { zhWords } from "./zh.ts";

/** The words of each language by its name on the command line; the first is the default. */
export const words: Readonly<Record<Language, LanguageWords>> = { en: enWords, zh: zhWords };
