import { resolve, toNamespacedPath } from "node:path";
import { fileURLToPath } from "node:url";
import { WsaError } from "../../error.ts";
import { schemeOf } from "../../text/address.ts";
import { say } from "../../wording.ts";

/** The file of a store from its address: a path or a `file:` URL. Throws a WsaError `usage` for any other URL. */
export function toPath(address: string): string {
  if (schemeOf(address) !== "file") return reachable(resolve(address));
  try {
    return reachable(fileURLToPath(address));
  } catch (cause) {
    throw new WsaError("usage", address, say`this file: URL names no file`, {
      hint: say`Give the store as a path.`,
      cause,
    });
  }
}

/** Windows opens no path of 260 characters or more for SQLite, which appends to it, unless it has a prefix. */
function reachable(path: string): string {
  return path.length + "-journal".length < 260 ? path : toNamespacedPath(path);
}
