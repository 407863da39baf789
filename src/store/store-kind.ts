import type { Store } from "./store.ts";
import type { StoreOptions } from "./store-options.ts";

/** One way to keep counts, chosen by the scheme of the store's address. */
export interface StoreKind {
  /** In lower case, without the colon; "" is an address without a scheme. */
  readonly schemes: readonly string[];
  /** Opens a store. Rejects with a WsaError: `usage` when the address is wrong, else as the methods of a store do. */
  open(address: string, options: StoreOptions): Promise<Store>;
  /** The address of a user's own store; only for the kind that is used where none is chosen. */
  defaultAddress?(user: StoreUser): string;
}

/** Whose store it is. */
export interface StoreUser {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The user's own folder. */
  readonly home: string;
}
