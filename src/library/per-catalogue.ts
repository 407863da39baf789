import type { Catalogue } from "../catalogue/catalogue.ts";

/** Makes a function that makes each thing once for a catalogue and a key, and keeps it as long as the catalogue lives. */
export function perCatalogue<Made>() {
  const known = new WeakMap<Catalogue, Map<string, Made>>();
  return (catalogue: Catalogue, key: string, make: () => Made): Made => {
    const things = known.get(catalogue) ?? new Map<string, Made>();
    known.set(catalogue, things);
    const made = things.get(key) ?? make();
    things.set(key, made);
    return made;
  };
}
