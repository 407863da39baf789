import { sieveFor } from "../read/literals.ts";
import type { Stages } from "../read/stages.ts";
import { createRecognise } from "../recognise/recognise.ts";
import type { ReadingOptions } from "./ingest-options.ts";

/** The stages that find codes; they may serve one log after another. */
export function findingStages({
  strict = false,
  posixNames = false,
  entries,
}: ReadingOptions): Pick<Stages, "sieve" | "recognise"> {
  return {
    sieve: sieveFor(entries),
    recognise: createRecognise({ strict, posixNames, ...(entries && { catalogue: entries }) }),
  };
}
