import { defaultStorePath, openStore } from "../../store/index.ts";
import type { Store } from "../../store/store.ts";
import type { Io } from "../../terminal/io.ts";

/** The store that a command reads: `--store`, else the default. Nothing is created; a WsaError says so when there is none. */
export function openForReading(io: Io, store: string | undefined): Promise<Store> {
  return openStore(storePathOf(io, store), { readOnly: true, codes: [] });
}

/** The store that a command changes but does not fill; a WsaError says so when there is none. */
export async function openForChange(io: Io, store: string | undefined): Promise<Store> {
  await (await openForReading(io, store)).close();
  return await openStore(storePathOf(io, store), { codes: [] });
}

/** Where the store is: `--store`, else the default of the environment. */
export function storePathOf(io: Io, store: string | undefined): string {
  return store ?? defaultStorePath(io.env, io.platform, io.home);
}
