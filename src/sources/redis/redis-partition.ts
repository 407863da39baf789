import { setTimeout as sleep } from "node:timers/promises";
import { ErrorReply, RESP_TYPES } from "@redis/client";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import type { BrokerMessage, Partition, ReadOptions, StartPlace } from "../broker/stream.ts";
import { FIRST_ID, isBehindId, timeOfId } from "./redis-id.ts";
import { type Redis, type RedisState, readState } from "./redis-state.ts";

/** As much is asked for at a time, by the size of the entries before. */
const READ_BYTES = 4 * 1024 * 1024;
const MOST_ENTRIES = 1000;
const BLOCK_MS = 1000;
const PATIENCE_MS = 60_000;
/** So often the server is asked how many entries there were. */
const ASK_EVERY_MS = 1000;

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
  { follow, signal, lag, pass }: ReadOptions,
): AsyncGenerator<readonly BrokerMessage[]> {
  const { end } = state;
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
  const gaps = new Gaps(state, from, cursor === undefined);
  let count = 100;
  let lastAnswer = Date.now();
  let lastAsked = lastAnswer;

  /** Takes the next entries, and notes what is gone before them. */
  function take(messages: readonly BrokerMessage[]): void {
    const gap = gaps.take(messages);
    if (gap.messages > 0) pass(gap);
    lag(gaps.left);
  }

  try {
    while (!signal.aborted && (follow || isBehindId(end, last))) {
      const block = follow ? ["BLOCK", `${BLOCK_MS}`] : [];
      let entries: readonly Entry[];
      try {
        if (Date.now() - lastAsked > ASK_EVERY_MS) {
          lastAsked = Date.now();
          gaps.look(await readState(client, key));
        }
        entries = await read(client, ["XREAD", "COUNT", `${count}`, ...block, "STREAMS", key, last]);
        lastAnswer = Date.now();
      } catch (error) {
        if (error instanceof ErrorReply || (!follow && Date.now() - lastAnswer > PATIENCE_MS)) throw error;
        await sleep(BLOCK_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      if (entries.length === 0) {
        take([]);
        if (!follow) return;
        continue;
      }
      const messages = entries.map(toBrokerMessage);
      const bytes = messages.reduce((sum, message) => sum + message.bytes.length, 0);
      count = Math.max(1, Math.min(MOST_ENTRIES, Math.floor(READ_BYTES / (bytes / entries.length + 1))));
      last = messages.at(-1)?.id ?? last;
      take(messages);
      yield messages;
    }
    // Nothing was new.
    if (!signal.aborted) take([]);
  } finally {
    client.destroy();
  }
}

/**
 * Finds how many entries are gone that nobody has read. The server knows how many there ever were up to its last one: when
 * reading comes to that place, those that are missing are known.
 */
class Gaps {
  /** The state that reading has not come to yet. */
  #ahead: RedisState | null;
  #added: number;
  /** How many entries there were up to the last one that was read. */
  #number: number;
  /** What was gone before anybody came is nobody's loss. */
  #isNew: boolean;

  constructor(state: RedisState, number: number, isNew: boolean) {
    this.#ahead = state;
    this.#added = state.added ?? number;
    this.#number = number;
    this.#isNew = isNew;
  }

  /** Entries that are not read yet. */
  get left(): number {
    return Math.max(0, this.#added - this.#number);
  }

  look(state: RedisState | null): void {
    this.#added = state?.added ?? this.#added;
    this.#ahead ??= state;
  }

  /** Takes the next entries; none when there are no more. Returns what is gone before them. */
  take(messages: readonly BrokerMessage[]): { readonly messages: number; readonly lost: number } {
    let gone = 0;
    const { end, added } = this.#ahead ?? { end: "", added: null };
    const last = messages.at(-1)?.id;
    if (added !== null && (last === undefined || !isBehindId(end, last))) {
      const before = messages.filter(({ id = "" }) => !isBehindId(id, end)).length;
      gone = Math.max(0, added - this.#number - before);
      this.#ahead = null;
    }
    const lost = this.#isNew ? 0 : gone;
    if (added !== null && this.#ahead === null) this.#isNew = false;
    this.#number += gone + messages.length;
    return { messages: gone, lost };
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
