import { setTimeout as sleep } from "node:timers/promises";
import { type createClient, ErrorReply, RESP_TYPES } from "@redis/client";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { BrokerMessage, Partition, ReadOptions, StartPlace } from "../broker/stream.ts";
import { FIRST_ID, isBehindId, timeOfId } from "./redis-id.ts";

export type Redis = ReturnType<typeof createClient>;

/** As much is asked for at a time, by the size of the entries before. */
const READ_BYTES = 4 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const BLOCK_MS = 1000;
const PATIENCE_MS = 60_000;

/** What a server answers about a stream. */
export interface RedisState {
  /** The last id that the stream had. */
  readonly end: string;
  /** Entries that were ever added to it; null where the server does not know that (before 7.0). */
  readonly added: number | null;
}

/** What a partition is opened with. */
export interface RedisPartitionOptions {
  readonly open: () => Promise<Redis>;
  readonly subject: string;
  /** The identity of the server. */
  readonly stream: string;
  readonly key: string;
  readonly state: RedisState;
  readonly explain: (error: unknown) => unknown;
}

/** One stream of a Redis server. Its ids are no whole numbers, so a position has the id beside its number. */
export function createRedisPartition(options: RedisPartitionOptions): Partition {
  const { subject, stream, key, explain } = options;
  return {
    sequence: { stream, partition: key },
    key,
    subject,
    isBehind: isBehindId,
    async *read(start, reading) {
      try {
        yield* readEntries(options, start, reading);
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

async function* readEntries(
  { open, subject, key, state }: RedisPartitionOptions,
  { cursor, from }: StartPlace,
  { follow, signal, pass }: ReadOptions,
): AsyncGenerator<readonly BrokerMessage[]> {
  const { end, added } = state;
  let last = cursor ?? FIRST_ID;
  if (isBehindId(last, end))
    throw new WsaError(
      "input",
      subject,
      say`ends with ${end}, but is counted up to ${last}: it was deleted and begun anew`,
      {
        hint: say`Give the new stream another key; then all of it is counted.`,
      },
    );
  const client = await open();
  /** How many entries there were up to the last one: those that cannot be read any more are added at the end. */
  let number = from;
  let isSettled = added === null;

  /** The position is the number of an entry. At the end it falls short by what was gone before it was read. */
  function settle(): void {
    if (isSettled || added === null) return;
    isSettled = true;
    const messages = added - number;
    if (messages > 0) pass({ messages, lost: cursor === undefined ? 0 : messages });
  }

  if (!isBehindId(end, last)) settle();
  let count = 100;
  let lastAnswer = Date.now();
  try {
    while (!signal.aborted && (follow || isBehindId(end, last))) {
      const block = follow ? ["BLOCK", `${BLOCK_MS}`] : [];
      let entries: readonly Entry[];
      try {
        entries = await read(client, ["XREAD", "COUNT", `${count}`, ...block, "STREAMS", key, last]);
        lastAnswer = Date.now();
      } catch (error) {
        if (error instanceof ErrorReply || (!follow && Date.now() - lastAnswer > PATIENCE_MS)) throw error;
        await sleep(BLOCK_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      if (entries.length === 0) {
        settle();
        if (!follow) return;
        continue;
      }
      const messages = entries.map(toBrokerMessage);
      const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
      count = Math.max(1, Math.min(MOST_ENTRIES, Math.floor(READ_BYTES / (bytes / entries.length + 1))));
      last = messages.at(-1)?.id ?? last;
      number += messages.filter(({ id = "" }) => !isBehindId(id, end)).length;
      yield messages;
      if (!isBehindId(end, last)) settle();
    }
  } finally {
    client.destroy();
  }
}

type Entry = readonly [id: Buffer, fields: readonly Buffer[]];

/** Asks for entries; none while there is nothing. */
async function read(client: Redis, command: readonly string[]): Promise<readonly Entry[]> {
  const reply = await client.sendCommand([...command], { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } });
  const [stream] = (reply ?? []) as unknown as readonly (readonly [key: Buffer, entries: readonly Entry[]])[];
  return stream?.[1] ?? [];
}

/** Fields that hold lines; what is beside them belongs to the message as headers do. */
const TEXT_FIELDS = ["message", "log", "line", "msg", "data", "payload", "event", "body", "value", "json"];

function toBrokerMessage([idBytes, pairs]: Entry): BrokerMessage {
  const id = idBytes.toString();
  const fields = new Map<string, Buffer>();
  for (let at = 0; at + 1 < pairs.length; at += 2) fields.set(String(pairs[at]), pairs[at + 1] as Buffer);
  return {
    id,
    bytes: textIn(fields),
    time: timeOfId(id) ?? Date.now(),
    header: (name) => fields.get(name)?.toString() ?? null,
  };
}

function textIn(fields: ReadonlyMap<string, Buffer>): Buffer {
  const name = fields.size === 1 ? [...fields.keys()][0] : TEXT_FIELDS.find((one) => fields.has(one));
  const text = fields.get(name ?? "");
  if (text !== undefined) return text;
  return Buffer.from(JSON.stringify(Object.fromEntries([...fields].map(([key, value]) => [key, value.toString()]))));
}
