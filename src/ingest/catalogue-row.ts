import type { Entry } from "../catalogue/entry.ts";
import type { CatalogueRow } from "../store/store-options.ts";

/** A catalogue entry as stores keep it. */
export function toCatalogueRow({ code, name, category, retryable, title, catalogue = "winsock" }: Entry): CatalogueRow {
  return { code, name, category, retryable: retryable === "yes", title_en: title.en, title_zh: title.zh, catalogue };
}
