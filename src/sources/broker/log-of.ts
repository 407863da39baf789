import type { Sequence } from "../../log/identity.ts";
import type { LogName } from "../../log/log-name.ts";
import type { LanePlace } from "./lane.ts";
import type { BrokerMessage, Partition } from "./stream.ts";

/** The log of a message, the same for every process that reads it. */
export interface LogOfMessage {
  readonly name: LogName;
  readonly identity: Sequence;
  readonly place: LanePlace;
}

/** A log in a partition has the places of the partition. */
export function logInPartition({ sequence }: Partition, { offset, id }: BrokerMessage, name: LogName): LogOfMessage {
  const partition = [sequence.partition, name.host, name.name].map(encodeURIComponent).join("/");
  return { name, identity: { stream: sequence.stream, partition }, place: { offset, id } };
}

/**
 * The log that `wsa-annotate ship` has sent a part of; null for other messages. A part is known by its place in the log,
 * so that it counts once in whatever stream it is, and however often.
 */
export function shippedLog({ header, bytes }: BrokerMessage): LogOfMessage | null {
  const generation = header("Wsa-Generation");
  const offset = header("Wsa-Offset");
  if (generation === null || offset === null || !/^\d{1,15}$/.test(offset) || bytes.length === 0) return null;
  return {
    name: { host: decoded(header("Wsa-Host") ?? ""), name: decoded(header("Wsa-Source") ?? generation) },
    identity: { stream: "wsa-annotate ship", partition: generation },
    place: { offset: Number(offset) + bytes.length - 1 },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
