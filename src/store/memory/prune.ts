import type { Pruned } from "../store.ts";
import { sumBy } from "./sums.ts";
import type { PrunedCount, Tables } from "./tables.ts";

/** Removes what was counted before a Unix second; what has no time stays. */
export function pruneBefore(tables: Tables, before: number, dryRun: boolean): Pruned {
  const bytes = sizeOf(tables);
  const isOld = (minute: number) => minute > 0 && minute < before;
  let [occurrences, rows] = [0, 0];
  const counted: PrunedCount[] = [];
  for (const { cells, generation } of tables.generations.values())
    for (const [key, { kind, minute, code, n }] of cells) {
      if (!isOld(minute)) continue;
      if (kind === "counts") occurrences += n;
      if (kind === "counts" && n > 0)
        counted.push({ code, host: generation.source.host, source: generation.source.name, n });
      if (n > 0) rows++;
      if (!dryRun) cells.delete(key);
    }
  const kept = tables.samples.filter(({ minute }) => !isOld(minute));
  const samples = tables.samples.length - kept.length;
  if (!dryRun) {
    tables.samples = kept;
    tables.pruned = sumBy([...tables.pruned, ...counted], ({ code, host, source }) =>
      JSON.stringify([code, host, source]),
    );
  }
  return { occurrences, samples, rows, bytes: [bytes, sizeOf(tables)] };
}

/** A rough size in bytes. */
function sizeOf({ generations, samples }: Tables): number {
  const cells = [...generations.values()].reduce((sum, { cells: { size } }) => sum + size, 0);
  return 64 * cells + samples.reduce((sum, { text }) => sum + 64 + text.length, 1024 * generations.size);
}
