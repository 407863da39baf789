import { WsaError } from "../error.ts";
import type { Source } from "../log/source.ts";
import { schemeOf, withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import type { Stream } from "./broker/stream.ts";
import { pathOf } from "./file/file-kind.ts";
import { sourceKinds } from "./index.ts";
import type { LogInput } from "./log-input.ts";
import type { AddressOptions, SourceKind } from "./source-kind.ts";

const FILE_SCHEMES = ["", "file"];

/** Opens the logs, or the stream of logs, at an address. Rejects with a WsaError: `usage` for an unknown scheme, `input` when it cannot be read. */
export async function openSources(
  address: string,
  options: AddressOptions,
  kinds: readonly SourceKind[] = sourceKinds,
): Promise<readonly (Source | Stream)[]> {
  const scheme = schemeIn(address, kinds);
  const kind = kinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind !== undefined) return await kind.open(address, options);
  throw new WsaError("usage", withoutCredentials(address), say`there is no source for ${scheme}: addresses`, {
    hint: say`give the path of a log`,
  });
}

/**
 * Puts the logs at an address in its place; what names files becomes a path, and is opened when its turn comes. What
 * cannot be read is passed on as a WsaError `input`. Rejects with a WsaError `usage` for an unknown scheme.
 */
export async function openAddresses(
  inputs: readonly LogInput[],
  options: AddressOptions,
  fail: (error: WsaError) => void,
  kinds: readonly SourceKind[] = sourceKinds,
): Promise<LogInput[]> {
  const opened: LogInput[] = [];
  for (const input of inputs) {
    if (typeof input !== "string") opened.push(input);
    else if (FILE_SCHEMES.includes(schemeIn(input, kinds))) opened.push(pathOf(input));
    else
      try {
        opened.push(...(await openSources(input, options, kinds)));
      } catch (error) {
        if (!(error instanceof WsaError) || error.code === "usage") throw error;
        fail(error);
      }
  }
  return opened;
}

/** Paths may have colons; but what begins as the address of a server has perhaps a password in it, and is no path. */
function schemeIn(address: string, kinds: readonly SourceKind[]): string {
  const scheme = schemeOf(address);
  const isKnown = kinds.some(({ schemes }) => schemes.includes(scheme)) && !FILE_SCHEMES.includes(scheme);
  return isKnown ? scheme : schemeOf(address, "://");
}
