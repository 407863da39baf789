import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";

/** An address of a mail, with the name of the person or list that it belongs to. */
export interface Mailbox {
  /** Empty where none is given. */
  readonly name: string;
  readonly address: string;
}

/**
 * Parses addresses, `Name <user@example.com>` or bare, separated by commas. Throws a WsaError `usage` that names the
 * option when one of them is not a mail address.
 */
export function parseMailboxes(option: "--to" | "--from", value: string): Mailbox[] {
  return value.split(",").map((one) => parseMailbox(option, one.trim()));
}

// A line break would begin another header; the local part takes what RFC 5322 calls an atom.
const MAILBOX = /^(?:(?<name>[^<>"\p{Cc}]*?)\s*<(?<inside>[^<>\s]+)>|(?<bare>\S+))$/u;
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+(?:@[a-z0-9.-]+|@\[[\da-f.:]+\])?$/i;

function parseMailbox(option: string, value: string): Mailbox {
  const { name = "", inside, bare } = MAILBOX.exec(value)?.groups ?? {};
  const address = inside ?? bare ?? "";
  if (!ADDRESS.test(address))
    throw new WsaError("usage", option, say`"${value}" is no mail address`, {
      hint: say`write user@example.com or Name <user@example.com>`,
    });
  return { name, address };
}
