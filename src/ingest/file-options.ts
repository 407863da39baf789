import { encodingOf } from "../sources/encoding/encoding.ts";
import type { FileOptions } from "../sources/file/file-source.ts";
import type { ReadingOptions } from "./ingest-options.ts";

/** How files are opened; throws a WsaError `usage` for an encoding that does not exist. */
export function fileOptionsOf({ host, name, encoding = "auto", maxUnpackedBytes }: ReadingOptions): FileOptions {
  return { host, name, encoding: encodingOf(encoding), maxUnpackedBytes };
}
