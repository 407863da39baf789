import { timeFormats } from "../../../src/line/time/formats/index.ts";
import { recognisers } from "../../../src/recognise/forms/index.ts";
import { fromBytes } from "../../../src/text/byte-string.ts";

/** The sample lines of every form of a code, of those that have none, and of every format of a time, as text. */
export const sampleLines: readonly string[] = [
  ...recognisers.flatMap(({ samples }) => [...samples.match.map(([line]) => line), ...samples.ignore]),
  ...[...Object.values(timeFormats.placed), ...Object.values(timeFormats.keyed)].flatMap(({ samples }) =>
    samples.map(([line]) => `${line} recv failed: error 10054`),
  ),
].map((line) => fromBytes(line));
