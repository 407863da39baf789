import { fileURLToPath } from "node:url";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { SourceKind } from "../source-kind.ts";
import { openFileSource } from "./file-source.ts";

/** A file at a path or a `file:` URL. */
export const fileKind: SourceKind = {
  schemes: ["", "file"],
  open: async (address, options) => [openFileSource(pathOf(address), options)],
};

/** The path at an address: a path as it is, or that of a `file:` URL. Throws a WsaError `usage` when it has none. */
export function pathOf(address: string): string {
  if (!/^file:/i.test(address)) return address;
  try {
    return fileURLToPath(address);
  } catch (cause) {
    throw new WsaError("usage", address, say`this file: URL names no file`, {
      hint: say`give the log as a path`,
      cause,
    });
  }
}
