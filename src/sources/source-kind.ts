import type { Source } from "../log/source.ts";
import type { FileOptions } from "./file/file-source.ts";

/** One kind of source, chosen by the scheme of an address. */
export interface SourceKind {
  /** Lower case; an address without a scheme has the empty one. */
  readonly schemes: readonly string[];
  /** Opens the logs at an address, one for each partition of a stream. Rejects with a WsaError `input` or `usage`. */
  open(address: string, options: FileOptions): Promise<readonly Source[]>;
}
