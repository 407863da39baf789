import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { WsaError } from "../../error.ts";
import { schemeOf } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** The file of a store from its address: a path or a `file:` URL. Throws a WsaError `usage` for any other URL. */
export function toPath(address: string): string {
  if (schemeOf(address) !== "file") return resolve(address);
  try {
    return fileURLToPath(address);
  } catch (cause) {
    throw new WsaError("usage", address, say`this file: URL names no file`, {
      hint: say`Give the store as a path.`,
      cause,
    });
  }
}
