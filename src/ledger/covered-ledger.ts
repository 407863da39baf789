import { Figures } from "./figures.ts";
import type { Ledger } from "./ledger.ts";
import type { RecordedLine } from "./tally.ts";

/** The ledger of a log whose bytes are all counted under another name: a copy or an excerpt. It commits nothing. */
export class CoveredLedger implements Ledger {
  readonly due = false;
  readonly counted = new Figures();

  pass(): void {}

  record(_bytes: string, _line: RecordedLine, codes: readonly number[]): void {
    this.counted.already += codes.length;
  }

  async flush(): Promise<void> {}

  async close(): Promise<void> {}

  async abandon(): Promise<void> {}
}
