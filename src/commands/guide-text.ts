import { readFile } from "node:fs/promises";

/** Reads a guide or a dashboard by its path below `guides/`. */
export function readGuide(path: string): Promise<string> {
  return readFile(new URL(`../guides/${path}`, import.meta.url), "utf8");
}
