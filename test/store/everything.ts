import type { ExportedContent, ExportedGeneration } from "../../src/store/exported.ts";
import type { Questions } from "../../src/store/questions.ts";
import type { Scope } from "../../src/store/scope.ts";

/** Every occurrence, with and without a time. */
export const everything: Scope = {
  period: { since: null, until: null, horizon: null, zone: "UTC" },
  source: null,
  host: null,
};

/** Everything that is known and counted of a generation, apart from the names that only merges need. */
export type KnownGeneration = Omit<ExportedGeneration, "uids"> & ExportedContent;

/** All generations of a store, each with what it holds in a fixed order. */
export async function generationsOf(store: Questions): Promise<KnownGeneration[]> {
  const known: KnownGeneration[] = [];
  for (const { uids: _, ...generation } of await store.exportGenerations()) {
    const { held, samples } = await store.exportContent(generation.id);
    const key = (row: object) => JSON.stringify(row, ["kind", "minute", "code", "subject"]);
    known.push({ ...generation, held: [...held].sort((a, b) => (key(a) < key(b) ? -1 : 1)), samples });
  }
  return known;
}
