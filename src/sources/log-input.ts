import type { Source } from "../log/source.ts";
import type { Stream } from "./broker/stream.ts";

/** Something to be read: a path, pattern or folder; a log that is none of these, such as standard input; or a stream of logs. */
export type LogInput = string | Source | Stream;

/** Parts the inputs that name files from those that are logs themselves, and from streams. */
export function partInputs(inputs: readonly LogInput[]): {
  readonly paths: string[];
  readonly sources: Source[];
  readonly streams: Stream[];
} {
  const others = inputs.filter((input) => typeof input !== "string");
  return {
    paths: inputs.filter((input) => typeof input === "string"),
    sources: others.filter((input) => "identity" in input),
    streams: others.filter((input) => "partitions" in input),
  };
}
