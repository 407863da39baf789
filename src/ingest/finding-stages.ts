import { sieveFor } from "../read/literals.ts";
import type { Stages } from "../read/stages.ts";
import { createRecognise } from "../recognise/recognise.ts";
import type { ReadingOptions } from "./ingest-options.ts";

/** What decides what is a code. */
export type FindingOptions = Pick<ReadingOptions, "strict" | "posixNames" | "entries">;

/** The stages that find codes; they may serve one log after another. */
export function findingStages({
  strict = false,
  posixNames = false,
  entries,
}: FindingOptions): Pick<Stages, "sieve" | "recognise"> {
  return {
    sieve: sieveFor(entries),
    recognise: createRecognise({ strict, posixNames, ...(entries && { catalogue: entries }) }),
  };
}
