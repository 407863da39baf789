import type { Source } from "../log/source.ts";

/** Something to be read: a path, pattern or folder, or a log that is none of these, such as standard input. */
export type LogInput = string | Source;

/** Parts the inputs that name files from those that are logs themselves. */
export function partInputs(inputs: readonly LogInput[]): { readonly paths: string[]; readonly sources: Source[] } {
  return {
    paths: inputs.filter((input) => typeof input === "string"),
    sources: inputs.filter((input) => typeof input !== "string"),
  };
}
