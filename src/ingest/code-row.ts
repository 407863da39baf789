import type { Entry } from "../catalogue/entry.ts";
import type { CodeRow } from "../store/sqlite/sqlite-store.ts";

/** A catalogue entry as stores keep it. */
export function toCodeRow({ code, name, category, retryable, title }: Entry): CodeRow {
  return { code, name, category, retryable, title_en: title.en, title_zh: title.zh };
}
