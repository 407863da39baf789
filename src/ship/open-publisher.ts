import { WsaError } from "../error.ts";
import { schemeOf, withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { publisherKinds } from "./index.ts";
import type { Publisher, PublisherOptions } from "./publisher.ts";

/** Opens the way to the broker at an address. Rejects with a WsaError. */
export async function openPublisher(address: string, options: PublisherOptions): Promise<Publisher> {
  const scheme = schemeOf(address, "://");
  const kind = publisherKinds.find(({ schemes }) => schemes.includes(scheme));
  if (kind !== undefined) return await kind.open(address, options);
  throw new WsaError("usage", withoutCredentials(address), say`is no address of a broker`, {
    hint: say`give nats://HOST/STREAM`,
  });
}
