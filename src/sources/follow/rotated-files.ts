import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { identityOf } from "../file/find-logs.ts";
import { logOf, sortByAge } from "../file/rotation.ts";

/** A file that a log was renamed or copied to. */
export interface RotatedFile {
  readonly path: string;
  /** `identityOf` it, else its path. */
  readonly file: string;
}

/** The files that a log was renamed or copied to and that are there, oldest first. */
export function rotatedFiles(log: string): RotatedFile[] {
  const folder = dirname(log);
  const found: RotatedFile[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path === join(log) || logOf(path) !== join(log)) continue;
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats?.isFile() === true) found.push({ path, file: identityOf(stats) ?? path });
  }
  return sortByAge(found);
}
