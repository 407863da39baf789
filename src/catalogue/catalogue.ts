import type { Entry } from "./entry.ts";

/** Entries by number and by name. */
export interface Catalogue {
  /** Ascending by code. */
  readonly entries: readonly Entry[];
  /** Every macro name and alias as the headers spell it, ascending by code. */
  readonly names: readonly string[];
  /** The entry of a number, or undefined. */
  byCode(code: number): Entry | undefined;
  /** The entry of a macro name or alias in any case, or undefined. */
  byName(name: string): Entry | undefined;
}

/** Indexes entries. Where two share a code or a name, the later one wins. */
export function createCatalogue(entries: readonly Entry[]): Catalogue {
  const codes = new Map(entries.map((entry) => [entry.code, entry]));
  const sorted = [...codes.values()].sort((a, b) => a.code - b.code);
  const names = new Map(sorted.flatMap((entry) => namesOf(entry).map((name) => [name.toUpperCase(), entry])));
  return {
    entries: sorted,
    names: sorted.flatMap(namesOf),
    byCode: (code) => codes.get(code),
    byName: (name) => names.get(name.toUpperCase()),
  };
}

/** Names of an entry in the headers: the macro, then its aliases. */
export const namesOf = (entry: Entry): string[] => [entry.name, ...entry.aliases];
