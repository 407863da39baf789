import type { LogName } from "../../log/log-name.ts";
import type { HostFromPath } from "./host-from.ts";

/** What files go by in the store. */
export interface FileNaming {
  readonly host: string;
  /** Whether a person named the host: else a log that names its machine is that machine's. */
  readonly hostIsNamed?: boolean | undefined;
  /** Finds the host in the path; where it finds none, `host` is it. */
  readonly hostFrom?: HostFromPath | undefined;
  /** The name of the source, instead of the path. */
  readonly name?: string | undefined;
}

/** What a file goes by in the store. */
export function nameOfFile(path: string, { host, hostFrom, name }: FileNaming): LogName {
  return { host: hostFrom?.(path) ?? host, name: name ?? path };
}
