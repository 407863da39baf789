import { realpathSync } from "node:fs";
import { sep } from "node:path";

/**
 * Returns a path with its names as the disk has them, where `LOGS\App.log` and `logs\app.log` are one file: a log goes by
 * one name then. Links stay as they are.
 *
 * @param separator what separates folders in paths; on Windows `/` does as well.
 * @param realPath of a file that exists; throws for others.
 */
export function asStored(
  path: string,
  separator = sep,
  realPath: (path: string) => string = realpathSync.native,
): string {
  let real: readonly string[];
  try {
    real = realPath(path).split(separator);
  } catch {
    return path;
  }
  const parts = path.split(separator === "\\" ? /([\\/])/ : /(\/)/);
  let at = real.length - 1;
  // The odd parts are separators.
  for (let i = parts.length - 1; i >= 0; i -= 2) {
    if (parts[i] === "") continue;
    const stored = real[at--];
    if (stored?.toLowerCase() !== parts[i]?.toLowerCase()) break;
    parts[i] = stored as string;
  }
  return parts.join("");
}
