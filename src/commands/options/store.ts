import { defaultStoreAddress, openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import type { Io } from "../../terminal/io.ts";

/** Opens the store that a command reads: `--store`, else the default. Rejects with a WsaError when there is none. */
export function openForReading(io: Io, store: string | undefined): Promise<Store> {
  return openStore(storeAddressOf(io, store), { readOnly: true, codes: [] });
}

/** Opens a store that a command changes but does not fill. Rejects with a WsaError when there is none. */
export async function openForChange(io: Io, store: string | undefined): Promise<Store> {
  await (await openForReading(io, store)).close();
  return await openStore(storeAddressOf(io, store), { codes: [] });
}

/** The address of the store: `--store`, else the default of the environment. */
export function storeAddressOf(io: Io, store: string | undefined): string {
  return store ?? defaultStoreAddress(io);
}
