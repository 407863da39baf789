import { encodingOf } from "../sources/encoding/encoding.ts";
import type { FileOptions } from "../sources/file/file-source.ts";
import { hostFromPath } from "../sources/file/host-from.ts";
import type { ReadingOptions } from "./ingest-options.ts";

/** How files are opened; throws a WsaError `usage` for an encoding or a pattern that makes no sense. */
export function fileOptionsOf(reading: ReadingOptions): FileOptions {
  const { host, hostIsNamed, name, encoding = "auto", maxUnpackedBytes } = reading;
  const hostFrom = reading.hostFrom === undefined ? undefined : hostFromPath(reading.hostFrom);
  return { host, hostIsNamed, hostFrom, name, encoding: encodingOf(encoding), maxUnpackedBytes };
}
