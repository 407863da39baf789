import { WsaError } from "../error.ts";
import { say } from "../wording.ts";
import { type Catalogue, createCatalogue, namesOf } from "./catalogue.ts";
import type { Entry } from "./entry.ts";
import type { EntryOverride } from "./entry-override.ts";

/** A user's catalogue file after its check. */
export interface CatalogueFile {
  readonly path: string;
  readonly overrides: readonly EntryOverride[];
}

/**
 * Reads a user's catalogue file: JSON, an array of entries or `{ "entries": [...] }`. An entry has a `code` and
 * whichever fields of {@link Entry} it changes; a text is `{ "en": "...", "zh": "..." }`, or a string for both:
 *
 *     [
 *       { "code": 10061, "advice": [{ "operations": ["connect"], "cause": "the broker is in its nightly restart",
 *                                     "next": "wait until 02:15, then `sc query broker` on HOST" }] },
 *       { "code": 20017, "name": "ACME_LICENCE_BUSY", "category": "resource", "retryable": "yes",
 *         "title": { "en": "all licences in use", "zh": "许可证已用尽" } }
 *     ]
 *
 * A new code is explained by number and name; it is not looked for in logs, because no form knows its number.
 *
 * Rejects with a WsaError `catalogue` that says what is wrong and where.
 */
export async function parseCatalogueFile(text: string, path: string): Promise<CatalogueFile> {
  // zod takes about 50 ms to load, four times as long as the whole catalogue, so only a catalogue file loads it.
  const { checkOverrides } = await import("./override-schema.ts");
  const rows = rowsOf(parseJson(text, path));
  if (rows === null)
    throw new WsaError("catalogue", path, say`holds no list of entries`, {
      hint: say`write [ { "code": 10054, … } ] or { "entries": [ … ] }`,
    });
  const { overrides, problem } = checkOverrides(rows);
  if (problem !== null) throw new WsaError("catalogue", path, say`${problem}`, { hint: say`the fields are ${FIELDS}` });
  return { path, overrides };
}

/**
 * Merges a user's file into the catalogue. Its fields replace those of a known code, its advice and related codes come
 * first, its aliases are added, and a replaced name becomes an alias. Throws a WsaError `catalogue` where the file
 * contradicts itself or the catalogue.
 */
export function extendCatalogue(catalogue: Catalogue, { path, overrides }: CatalogueFile): Catalogue {
  const owners = new Map(
    catalogue.entries.flatMap((entry) => namesOf(entry).map((name) => [name.toUpperCase(), entry.code])),
  );
  const merged = new Map<number, Entry>();
  for (const override of overrides) {
    const { code } = override;
    if (merged.has(code)) throw new WsaError("catalogue", path, say`code ${code} is listed twice`);
    const known = catalogue.byCode(code);
    const entry = known === undefined ? newEntry(override, path) : changedEntry(known, override);
    for (const name of namesOf(entry)) {
      const owner = owners.get(name.toUpperCase()) ?? code;
      if (owner !== code)
        throw new WsaError("catalogue", path, say`code ${code}: the name ${name} belongs to ${owner}`);
      owners.set(name.toUpperCase(), code);
    }
    merged.set(code, entry);
  }
  return createCatalogue([...catalogue.entries, ...merged.values()]);
}

const FIELDS =
  "code, name, aliases, category, retryable, severity, dotnet, posix, libuv, title, meaning, advice and related";

function parseJson(text: string, path: string): unknown {
  try {
    // Editors on Windows put a byte order mark before UTF-8.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new WsaError("catalogue", path, say`is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

function rowsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  const nested = typeof json === "object" && json !== null && "entries" in json ? json.entries : null;
  return Array.isArray(nested) ? nested : null;
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

function newEntry({ code, ...fields }: EntryOverride, path: string): Entry {
  const { name, title } = fields;
  if (name === undefined || title === undefined)
    throw new WsaError("catalogue", path, say`code ${code} is not in the catalogue, so it needs a name and a title`);
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
  };
}
