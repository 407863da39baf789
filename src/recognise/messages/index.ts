// The operating system's own sentences for Winsock errors, as FormatMessage gives them: one file per language, each a
// table of the shortest fragments that neither ordinary prose nor the C library's texts contain. To add a language, copy
// pl.ts, the smallest whole one, or sv.ts, the smallest of which only some sentences are confirmed, and list it below.

import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { hu } from "./hu.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { ko } from "./ko.ts";
import type { Messages } from "./messages.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import { sv } from "./sv.ts";
import { tr } from "./tr.ts";
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
  tr,
  cs,
  nl,
  hu,
  sv,
  da,
} satisfies Record<string, Messages>;
