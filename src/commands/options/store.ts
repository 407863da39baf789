import type { Options } from "yargs";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { WsaError } from "../../error.ts";
import { toCatalogueRow } from "../../ingest/catalogue-row.ts";
import { defaultStoreAddress, openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { formatError } from "../../terminal/format-error.ts";
import { type Io, raise } from "../../terminal/io.ts";
import { version } from "../../version.ts";

/** `--store`: undefined means the default that depends on the environment. */
export const storeOption = {
  type: "string",
  requiresArg: true,
  group: "Store:",
  describe: "SQLite file with the counts, or postgres://HOST/DATABASE",
  defaultDescription: "$WSA_STORE, else wsa-annotate.db in the user's state folder",
} as const satisfies Options;

/** `--durable`: what a failure costs with and without it is in the README, under "The store". */
export const durableOption = {
  type: "boolean",
  group: "Store:",
  describe: "Flush each commit through the drive's cache too (macOS; elsewhere every commit is)",
} as const satisfies Options;

/** `--samples`, and `--no-samples` for logs with lines that must not be kept. */
export const samplesOption = {
  type: "boolean",
  default: true,
  group: "Store:",
  describe: "Keep lines as examples; --no-samples: do not",
} as const satisfies Options;

/** The store that a command reads: `--store`, else the default. Creates nothing; rejects with a WsaError when there is none. */
export function openForReading(io: Io, store: string | undefined): Promise<Store> {
  return openStore(storeAddressOf(io, store), { readOnly: true, codes: [] });
}

/** The store that a command changes but does not fill; rejects with a WsaError when there is none. */
export async function openForChange(io: Io, store: string | undefined): Promise<Store> {
  await (await openForReading(io, store)).close();
  return await openStore(storeAddressOf(io, store), { codes: [] });
}

/**
 * The store that a command counts into, created where there is none; null for `--no-store`. A store that cannot be used
 * does not stop the logs: the error is written, the exit code raised, and the result is null.
 */
export async function openForCounting(
  io: Io,
  store: string | false | undefined,
  catalogue: Catalogue,
  durable: boolean | undefined,
): Promise<Store | null> {
  if (store === false) return null;
  const codes = catalogue.entries.map(toCatalogueRow);
  try {
    return await openStore(storeAddressOf(io, store), { codes, version, durable, stop: io.signal });
  } catch (error) {
    if (!(error instanceof WsaError)) throw error;
    raise(io, 2);
    io.stderr.write(formatError(error, io.lang));
    return null;
  }
}

/** The store that a command reads, if there is one that can be read; null for `--no-store`. */
export async function openIfThere(io: Io, store: string | false | undefined): Promise<Store | null> {
  if (store === false) return null;
  return await openForReading(io, store).catch((error) => {
    if (error instanceof WsaError) return null;
    throw error;
  });
}

/** The address of the store: `--store`, else the default of the environment. */
export function storeAddressOf(io: Io, store: string | false | undefined): string {
  return typeof store === "string" ? store : defaultStoreAddress(io);
}
