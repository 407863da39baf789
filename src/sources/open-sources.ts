import { WsaError } from "../error.ts";
import type { Source } from "../log/source.ts";
import type { FileOptions } from "./file/file-source.ts";
import { sourceKinds } from "./index.ts";
import type { SourceKind } from "./source-kind.ts";

/** Opens the logs at an address. Rejects with a WsaError: `usage` for an unknown scheme, `input` when it cannot be read. */
export async function openSources(
  address: string,
  options: FileOptions,
  kinds: readonly SourceKind[] = sourceKinds,
): Promise<readonly Source[]> {
  const scheme = schemeOf(address);
  const kind = kinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind !== undefined) return await kind.open(address, options);
  throw new WsaError("usage", withoutPassword(address), `there is no source for ${scheme}: addresses`, {
    hint: "give the path of a log",
  });
}

/** The scheme of an address, lower case; empty for a path. It has two letters or more, because one letter is a drive. */
export function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1]?.toLowerCase() ?? "";
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, "//");
}
