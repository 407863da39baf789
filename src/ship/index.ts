// Shipping: the new lines of logs go to a broker, each once. `ship.ts` is the way in; each kind of broker is a folder with a
// `PublisherKind` (publisher.ts). `shipping-store.ts` has what makes it exact: what is about to be sent is written down first.
import { natsPublisherKind } from "./nats/nats-publisher-kind.ts";
import type { PublisherKind } from "./publisher.ts";

export const publisherKinds: readonly PublisherKind[] = [natsPublisherKind];
