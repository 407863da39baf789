import type { Store } from "../store/store.ts";
import type { StoreHandle } from "./store-handle.ts";

const stores = new WeakMap<StoreHandle, Store>();

/** Remembers the store behind a handle, and returns the handle. */
export function withStore(handle: StoreHandle, store: Store): StoreHandle {
  stores.set(handle, store);
  return handle;
}

/** Returns the store behind a handle; throws a TypeError for what is none. */
export function storeOf(handle: StoreHandle): Store {
  const store = stores.get(handle);
  if (store === undefined) throw new TypeError("not a store: give what openStore resolves to");
  return store;
}
