import type { JetStreamManager, StreamInfo } from "@nats-io/jetstream";
import { WsaError } from "../../error.ts";
import type { BrokerAddress } from "../../sources/broker/address.ts";
import { say } from "../../wording.ts";

/** Where messages go. */
export interface StreamTarget {
  readonly stream: string;
  /** When the stream was made. */
  readonly created: string;
  /** The subject of a log's messages, by the host of the log. */
  subjectFor(host: string): string;
}

/**
 * Finds the stream that an address means: by its name, else as the one that has the subject. A stream's last wildcard is
 * where the host is. Rejects with a WsaError `output` when there is none, unless it may be made.
 */
export async function findStream(
  manager: JetStreamManager,
  { path: target, subject: shown }: BrokerAddress,
  create: boolean,
): Promise<StreamTarget> {
  const { StorageType } = await import("@nats-io/jetstream");
  const named = target.includes(".") ? null : await infoOf(manager, target);
  if (named !== null) return targetOf(named, named.config.subjects[0] ?? target);
  const found = await manager.streams.find(target).catch(() => null);
  if (found !== null) return targetOf(await manager.streams.info(found), target);
  if (!create)
    throw new WsaError("output", shown, say`there is no such stream`, {
      hint: say`make it with the tools of NATS, or add --create`,
    });
  const name = target.replaceAll(/[.*>]+/g, "_").replace(/_+$/, "");
  const subject = target.includes(".") ? target : `${target}.*`;
  return targetOf(await manager.streams.add({ name, subjects: [subject], storage: StorageType.File }), subject);
}

function targetOf({ config, created }: StreamInfo, subject: string): StreamTarget {
  return { stream: config.name, created: String(created), subjectFor: fill(subject) };
}

async function infoOf(manager: JetStreamManager, name: string): Promise<StreamInfo | null> {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 10059) return null;
    throw error;
  }
}

/** Puts a host in the place of the last wildcard; tokens before it that may be anything are `_`. */
function fill(subject: string): (host: string) => string {
  const tokens = subject.split(".");
  const last = tokens.findLastIndex((token) => token === "*" || token === ">");
  return (host) => tokens.map((token, at) => (at === last ? tokenOf(host) : token === "*" ? "_" : token)).join(".");
}

/** A subject's token may have no dots, blanks and wildcards. */
function tokenOf(host: string): string {
  return host.replaceAll(/[\s.*>]+/g, "_") || "_";
}
