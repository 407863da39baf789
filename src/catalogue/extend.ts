import { say } from "../wording.ts";
import { type Catalogue, createCatalogue, namesOf } from "./catalogue.ts";
import { type CatalogueFile, catalogueError } from "./catalogue-file.ts";
import type { CatalogueProblem } from "./catalogue-rows.ts";
import type { Entry } from "./entry.ts";
import type { EntryOverride } from "./entry-override.ts";

/**
 * Merges a user's file into the catalogue. Its fields replace those of a known code, its advice and related codes come
 * first, its aliases are added, and a replaced name becomes an alias. Throws a WsaError `catalogue` where the file
 * contradicts itself or the catalogue.
 */
export function extendCatalogue(catalogue: Catalogue, file: CatalogueFile): Catalogue {
  const { extended, problems } = mergeCatalogue(catalogue, file);
  if (problems.length > 0) throw catalogueError(file.path, problems);
  return extended;
}

/** The same with all contradictions, each on its line; the rows with one are left out. */
export function mergeCatalogue(
  catalogue: Catalogue,
  { name: from, rows }: CatalogueFile,
): { readonly extended: Catalogue; readonly problems: readonly CatalogueProblem[] } {
  const owners = new Map(
    catalogue.entries.flatMap((entry) => namesOf(entry).map((name) => [name.toUpperCase(), entry.code])),
  );
  const merged = new Map<number, Entry>();
  const problems: CatalogueProblem[] = [];
  for (const { line, override } of rows) {
    const { code } = override;
    const known = catalogue.byCode(code);
    const entry = known === undefined ? newEntry(override, from) : changedEntry(known, override);
    const taken = entry && namesOf(entry).find((name) => (owners.get(name.toUpperCase()) ?? code) !== code);
    if (merged.has(code)) problems.push({ line, what: say`code ${code} is listed twice` });
    else if (entry === null)
      problems.push({ line, what: say`code ${code} is not in the catalogue, so it needs a name and a title` });
    else if (isTooShort(entry))
      problems.push({
        line,
        what: say`code ${code} has fewer than three digits, so each of its cues needs three letters`,
      });
    else if (taken !== undefined && taken !== null)
      problems.push({
        line,
        what: say`code ${code}: the name ${taken} belongs to ${owners.get(taken.toUpperCase()) ?? ""}`,
      });
    else {
      for (const name of namesOf(entry)) owners.set(name.toUpperCase(), code);
      merged.set(code, entry);
    }
  }
  return { extended: createCatalogue([...catalogue.entries, ...merged.values()]), problems };
}

/** Logs are searched for three bytes or more. */
function isTooShort({ code, cues = [] }: Entry): boolean {
  return code < 100 && cues.some((cue) => cue.length < 3);
}

function changedEntry(entry: Entry, override: EntryOverride): Entry {
  const renamed = override.name !== undefined && override.name !== entry.name;
  const given = Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined));
  return {
    ...entry,
    ...given,
    aliases: [...entry.aliases, ...(override.aliases ?? []), ...(renamed ? [entry.name] : [])],
    advice: [...(override.advice ?? []), ...entry.advice],
    related: [...(override.related ?? []), ...entry.related],
  };
}

/** Null where it lacks a name or a title. */
function newEntry({ code, ...fields }: EntryOverride, catalogue: string): Entry | null {
  const { name, title, cues, ignore } = fields;
  if (name === undefined || title === undefined) return null;
  return {
    code,
    name,
    aliases: fields.aliases ?? [],
    category: fields.category ?? "connection",
    retryable: fields.retryable ?? "no",
    severity: fields.severity ?? "error",
    dotnet: fields.dotnet ?? null,
    posix: fields.posix ?? null,
    libuv: fields.libuv ?? null,
    title,
    meaning: fields.meaning ?? title,
    advice: fields.advice ?? [],
    related: fields.related ?? [],
    catalogue,
    ...(cues && { cues }),
    ...(ignore && { ignore }),
  };
}
