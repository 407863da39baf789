import { existsSync } from "node:fs";
import { canBeRead } from "../../sources/file/can-be-read.ts";
import { findLogs } from "../../sources/file/find-logs.ts";
import { type LogInput, partInputs } from "../../sources/log-input.ts";
import type { Io } from "../../terminal/io.ts";
import { schemeOf } from "../../text/address.ts";
import { storeAddressOf } from "./store.ts";

/** Whether a run would make a store and count nothing in it, because no log can be read: then none is made. */
export async function wouldBeEmpty(
  io: Io,
  store: string | false | undefined,
  inputs: readonly LogInput[],
): Promise<boolean> {
  if (store === false) return false;
  const address = storeAddressOf(io, store);
  // A server keeps its stores: none of them is made for this run alone.
  if (schemeOf(address, "://") !== "" || existsSync(address)) return false;
  const { paths, sources } = partInputs(inputs);
  if (sources.length > 0 || paths.some((path) => path.includes("://"))) return false;
  const { files } = await findLogs(paths, io.platform === "win32");
  return !files.some(({ path }) => canBeRead(path));
}
