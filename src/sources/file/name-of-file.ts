import type { LogName } from "../../log/log-name.ts";
import type { FileOptions } from "./file-source.ts";

/** What a file goes by in the store. */
export function nameOfFile(path: string, { host, hostFrom, name }: FileOptions): LogName {
  return { host: hostFrom?.(path) ?? host, name: name ?? path };
}
