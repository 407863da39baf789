import { type Catalogue, createCatalogue } from "../../catalogue/catalogue.ts";
import { type Category, categories, type Entry } from "../../catalogue/entry.ts";
import type { Questions } from "../../store/questions.ts";
import type { CatalogueRow } from "../../store/store-options.ts";

/** Adds the codes of users' catalogues that a store knows by name: it may be read without the file that they are from. */
export async function withStoredNames(catalogue: Catalogue, store: Pick<Questions, "codeNames">): Promise<Catalogue> {
  const unknown = (await store.codeNames()).filter(({ code }) => catalogue.byCode(code) === undefined);
  return unknown.length === 0 ? catalogue : createCatalogue([...catalogue.entries, ...unknown.map(toEntry)]);
}

function toEntry({ code, name, category, retryable, title_en, title_zh, catalogue }: CatalogueRow): Entry {
  const title = { en: title_en, zh: title_zh };
  return {
    ...{ code, name, title, meaning: title, catalogue, aliases: [], advice: [], related: [] },
    category: categories.find((known): known is Category => known === category) ?? "connection",
    retryable: retryable ? "yes" : "no",
    severity: "error",
    ...{ dotnet: null, posix: null, libuv: null },
  };
}
