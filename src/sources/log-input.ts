import type { Source } from "../log/source.ts";

/** Something to be read: a path, pattern or folder, or a log that is none of these, such as standard input. */
export type LogInput = string | Source;

/** The inputs that name files. */
export function pathsIn(inputs: readonly LogInput[]): string[] {
  return inputs.filter((input) => typeof input === "string");
}

/** The inputs that are logs themselves. */
export function sourcesIn(inputs: readonly LogInput[]): Source[] {
  return inputs.filter((input) => typeof input !== "string");
}
