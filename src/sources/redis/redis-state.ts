import type { createClient } from "@redis/client";

export type Redis = ReturnType<typeof createClient>;

/** What a server answers about a stream. */
export interface RedisState {
  /** The last id that the stream had. */
  readonly end: string;
  /** Entries that were ever added to it; null where the server does not know that (before 7.0). */
  readonly added: number | null;
}

/** Null where there is no such stream. */
export async function readState(client: Redis, key: string): Promise<RedisState | null> {
  try {
    const pairs = (await client.sendCommand(["XINFO", "STREAM", key])) as unknown[];
    const said = (name: string) => pairs[pairs.indexOf(name) + 1];
    return {
      end: String(said("last-generated-id")),
      added: pairs.includes("entries-added") ? Number(said("entries-added")) : null,
    };
  } catch (error) {
    if (error instanceof Error && /no such key/i.test(error.message)) return null;
    throw error;
  }
}
