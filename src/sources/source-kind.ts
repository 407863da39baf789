import type { Source } from "../log/source.ts";
import type { Stream } from "./broker/stream.ts";
import type { FileOptions } from "./file/file-source.ts";

/** How what is at an address is read. */
export interface AddressOptions extends FileOptions {
  /** Where brokers' credentials may be. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** One kind of source, chosen by the scheme of an address. */
export interface SourceKind {
  /** Lower case; an address without a scheme has the empty one. */
  readonly schemes: readonly string[];
  /** Opens the logs or the stream of logs at an address. Rejects with a WsaError `input` or `usage`. */
  open(address: string, options: AddressOptions): Promise<readonly (Source | Stream)[]>;
}
