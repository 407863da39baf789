/** The kinds of problems. */
export const categories = [
  "connection",
  "address",
  "name-resolution",
  "resource",
  "state",
  "argument",
  "provider",
  "qos",
  "async",
  "permission",
] as const;

/** The kind of problem. Colours and groups of a report follow it. */
export type Category = (typeof categories)[number];

/** The operations that can fail. */
export const operations = ["startup", "bind", "listen", "accept", "connect", "send", "receive", "resolve"] as const;

/** The operation that failed. The same code means different things on bind and on connect. */
export type Operation = (typeof operations)[number];

/**
 * Whether trying again helps: it can without any change (`yes`), only after something has changed elsewhere, such as a
 * service that was started or a port that was freed (`elsewhere`), or not before the call itself is another one (`no`).
 */
export type Retryable = "yes" | "elsewhere" | "no";

/**
 * How much depends on it: what a service or a machine cannot work without fails until somebody acts (`critical`), an
 * operation with another machine failed (`error`), a call was a mistake or was called off, and the service usually goes on
 * (`warning`), or nothing failed at all: not yet, under way, no more, an orderly end, a notice (`info`).
 */
export type Severity = "critical" | "error" | "warning" | "info";

/** The languages of the catalogue and the program. */
export type Language = "en" | "zh";

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/** What in a log makes a cause the most likely one. */
export interface Evidence {
  /** The operation failed on one of these ports. */
  readonly ports?: readonly number[] | undefined;
  /** The code came during an incident in which mostly this operation failed, with another code. */
  readonly incidentOf?: Operation | undefined;
}

/** A likely cause and the next step, which confirms or fixes it. */
export interface Advice {
  /** The operations that the cause belongs to; empty means any. */
  readonly operations: readonly Operation[];
  /** A noun phrase or short sentence without a final full stop. */
  readonly cause: Text;
  /**
   * What a person can do. Commands are in backquotes; the placeholders `HOST`, `PORT` and `PID` are filled in from the
   * log line where it names them.
   */
  readonly next: Text;
  /** Without it, the order of the entry counts. */
  readonly evidence?: Evidence | undefined;
  /** Address of the public page that bears it out; for the meaning, that is the vendor's page of error codes. */
  readonly source?: string | undefined;
}

/** Everything that the catalogue knows about one code. Spellings that follow from the number are computed. */
export interface Entry {
  /** The number that `WSAGetLastError` returns. */
  readonly code: number;
  /** The macro in Winsock2.h or winerror.h. */
  readonly name: string;
  /** Other macro names of the same number. */
  readonly aliases: readonly string[];
  readonly category: Category;
  readonly retryable: Retryable;
  readonly severity: Severity;
  /** The member of .NET's `System.Net.Sockets.SocketError`, or null where it has none. */
  readonly dotnet: string | null;
  /** The POSIX errno (or `EAI_*`) that means the same, or null. */
  readonly posix: string | null;
  /** libuv's name and number on Windows (`ECONNRESET`, -4077), or null. */
  readonly libuv: { readonly name: string; readonly number: number } | null;
  /** Two to five words, in lower case in English, for the annotation of a line. */
  readonly title: Text;
  /** One to three sentences: what happened, what follows for the system, whether trying again helps. */
  readonly meaning: Text;
  /** Most likely first; at least one. */
  readonly advice: readonly Advice[];
  /** Codes that are easily confused with this one, and the difference. */
  readonly related: readonly { readonly code: number; readonly note: Text }[];
  /** The user's catalogue that the code is from; Winsock's own have none. */
  readonly catalogue?: string;
  /** Words that make a number directly behind them this code, in any case: `acme error`, `ACME-`. */
  readonly cues?: readonly string[];
  /** Words that make the number something else where they touch it or hold it, in any case: `order`, `20017 rows`. */
  readonly ignore?: readonly string[];
}
