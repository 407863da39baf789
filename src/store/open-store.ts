import { WsaError } from "../error.ts";
import { schemeOf, withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { storeKinds } from "./index.ts";
import type { Store } from "./store.ts";
import type { StoreKind, StoreUser } from "./store-kind.ts";
import type { StoreOptions } from "./store-options.ts";

/** Opens the store at an address: a path or a URL. Rejects with a WsaError. */
export async function openStore(
  address: string,
  options: StoreOptions,
  kinds: readonly StoreKind[] = storeKinds,
): Promise<Store> {
  const scheme = schemeOf(address);
  const kind = kinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind !== undefined) return await kind.open(address, options);
  throw new WsaError("usage", withoutCredentials(address), say`there is no store for ${scheme}: addresses`, {
    hint: say`Give the path of a SQLite file, or postgres://HOST/DATABASE.`,
  });
}

/** The address of a user's store: `WSA_STORE`, else what the first kind of store proposes. */
export function defaultStoreAddress(user: StoreUser): string {
  const [kind] = storeKinds;
  return user.env["WSA_STORE"] || (kind.defaultAddress?.(user) ?? "");
}
