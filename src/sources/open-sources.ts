import { WsaError } from "../error.ts";
import type { Source } from "../log/source.ts";
import { schemeOf, withoutCredentials } from "../text/address.ts";
import type { FileOptions } from "./file/file-source.ts";
import { sourceKinds } from "./index.ts";
import type { SourceKind } from "./source-kind.ts";

/** Opens the logs at an address. Rejects with a WsaError: `usage` for an unknown scheme, `input` when it cannot be read. */
export async function openSources(
  address: string,
  options: FileOptions,
  kinds: readonly SourceKind[] = sourceKinds,
): Promise<readonly Source[]> {
  const scheme = schemeOf(address, "://");
  const kind = kinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind !== undefined) return await kind.open(address, options);
  throw new WsaError("usage", withoutCredentials(address), `there is no source for ${scheme}: addresses`, {
    hint: "give the path of a log",
  });
}
