import type { LogName } from "../log/log-name.ts";

/** What a broker gets: whole lines of one log. Only a line that is too long for one message is cut. */
export interface Outgoing {
  /** One life of a log, under whatever name; the same when it is sent again, after a rotation or a kill. */
  readonly generation: string;
  /** How many bytes of this life are before these. */
  readonly offset: number;
  readonly source: LogName;
  /** UTF-8. */
  readonly bytes: Uint8Array;
}

/** Broker and consumer know a message by it: what is sent again has the same name and the same bytes. */
export function messageId({ generation, offset }: Outgoing): string {
  return `${generation}:${offset}`;
}
