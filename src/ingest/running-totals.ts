import type { IngestTotals } from "./ingest-result.ts";

/** Sums up logs. */
export class RunningTotals implements IngestTotals {
  readonly isStored: boolean;
  occurrences = 0;
  already = 0;
  readonly codes = new Map<number, number>();

  constructor(isStored: boolean) {
    this.isStored = isStored;
  }

  add({ occurrences, already, codes }: Pick<IngestTotals, "occurrences" | "already" | "codes">): void {
    this.occurrences += occurrences;
    this.already += already;
    for (const [code, n] of codes) this.codes.set(code, (this.codes.get(code) ?? 0) + n);
  }
}
