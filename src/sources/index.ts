// The kinds of sources that an address can name. Each is a folder with a `SourceKind` of its own that opens a `Source`
// (log/source.ts), or a `Stream` of a broker (broker/stream.ts); the smallest ones to copy are file/file-kind.ts and
// redis/redis-kind.ts. Standard input and followed files have no address.
// test/sources/contract.ts holds what every source must do.
import { fileKind } from "./file/file-kind.ts";
import { natsKind } from "./nats/nats-kind.ts";
import { redisKind } from "./redis/redis-kind.ts";
import type { SourceKind } from "./source-kind.ts";

export const sourceKinds: readonly SourceKind[] = [fileKind, natsKind, redisKind];
