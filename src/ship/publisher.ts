import type { WsaError } from "../error.ts";
import type { Outgoing } from "./outgoing.ts";

/** Where lines are shipped to. */
export interface Publisher {
  /** For messages to people. */
  readonly subject: string;
  /** A short name, for a file. */
  readonly name: string;
  /** What no other stream has, and this one keeps whatever its address is. */
  readonly identity: string;
  /** As large as a message may be. */
  readonly maxBytes: number;
  /**
   * Sends a message, and again as long as the broker is away; resolves once the broker has stored it, to whether it had it
   * already. Rejects with a WsaError `output` when the broker refuses it, and a while after the shipping was to stop.
   */
  publish(message: Outgoing): Promise<boolean>;
  /** Idempotent. */
  close(): Promise<void>;
}

/** What a publisher is opened with. */
export interface PublisherOptions {
  /** Variables of the environment, which may have credentials. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Makes the stream where there is none. */
  readonly create: boolean;
  /** Goes on trying to reach a broker that does not answer, instead of failing. */
  readonly patient: boolean;
  /** Aborted when the shipping is to stop. */
  readonly signal: AbortSignal;
  /** Takes each reason to wait, once for each time that the broker is away. */
  readonly waits: (why: WsaError) => void;
}

/** One kind of broker, chosen by the scheme of an address. */
export interface PublisherKind {
  /** Lower case. */
  readonly schemes: readonly string[];
  /** Rejects with a WsaError: `usage` when the address is wrong, `output` when the broker cannot be used. */
  open(address: string, options: PublisherOptions): Promise<Publisher>;
}
