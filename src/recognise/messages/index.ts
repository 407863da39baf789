// The operating system's own sentences for Winsock errors, as FormatMessage gives them: one file per language, each a
// table of the shortest fragments that neither ordinary prose nor the C library's texts contain. To add a language, copy
// pl.ts, the smallest, and list it below.

import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { Messages } from "./messages.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

/** All languages, by their tags. */
export const languages = {
  en,
  "zh-hans": zhHans,
  "zh-hant": zhHant,
  ja,
  ko,
  de,
  fr,
  es,
  pt,
  it,
  ru,
  pl,
} satisfies Record<string, Messages>;
