import type { Operation } from "../../catalogue/entry.ts";
import { DIGIT, kindAt, PARENTHESIS, QUOTE } from "../characters.ts";
import type { Address, Wanted } from "./address.ts";
import { arrowSide } from "./arrow-side.ts";
import { isDistinct, isTypeName, isV6 } from "./host.ts";
import { objectAround } from "./json-object.ts";
import { rolesBefore } from "./role.ts";
import * as role from "./role-phrases.ts";
import { mayBeExplainedBehind, rolesBehind } from "./words-behind.ts";
import { isNginxOwn, isWriter } from "./writer.ts";

const reach = 64;
const parenthesisRole = /\b(?:server|host)\b[^()]{0,50}\($/i;
const lookedUp = /\b(?:lookup|resolve host:?) $/i;
const lookedUpEnd = /^(?:: | on |$)/;
const nameBefore = /(?<![\w.-])[\w.-]{1,60} \($/;
const nameEnd =
  /^["'`)\]]?(?:[:,;.)\]]|\s*$|\s*\(| (?:on|failed|failure|error|returned|timed|fehlgeschlagen|nicht|port)\b)/;
const session = /\bsession #?\d{1,10} $/i;
const requestObject = /^(?:http_?|client_?)?(?:request|req)$/i;
const sqlServer = "[CLIENT: ";

/** Returns the weight that the words around an address give it: 0 without such words, negative when it is not to blame. */
export function weightOf(address: Address, text: string, operation: Operation | null): number {
  const { shape, host, port, start, end } = address;
  const side = arrowSide(text, address);
  if (side !== null) return side === "remote" ? 110 : -1;
  const hostStart = shape === "marked" && text[start] === "[" ? start + 1 : start;
  if (isWriter(text, hostStart, port !== null)) return -1;
  let roles = rolesBefore(text, start);
  if (roles & role.SERVER && isNginxOwn(text, start)) return -1;
  if (roles & role.WRITER && !(roles & role.REMOTE)) return -1;
  const isLocal = operation === "bind" || operation === "listen";
  if (shape === "port" && text[start] !== ":") return isLocal ? 85 : -1;
  if (roles & role.LOCAL && !(roles & (role.CONNECT | role.REMOTE))) {
    if (!isNamed(address, text, roles, operation)) return -1;
    return isLocal ? 90 : operation === "accept" ? 40 : -1;
  }
  if (!(roles & ~role.FOREIGN & ~role.TO & ~role.FROM & ~role.PLACE)) roles |= rolesBehind(text, end);
  if (!isNamed(address, text, roles, operation)) return 0;
  if (roles & role.LOOKUP && operation === "resolve") return 130;
  if (roles & role.REMOTE && isOfRequest(text, start)) {
    return operation === "connect" || operation === "send" || operation === "resolve" ? -1 : 50;
  }
  // "remote_addr=10.0.0.7 error="dial tcp 10.0.0.9:5432: …"": the other side may be that of another connection.
  if (roles & role.REMOTE) return isLocal ? 20 : operation === "connect" && isField(text, start) ? 95 : 120;
  if (roles & role.CLIENT) {
    if (text.startsWith(sqlServer, start - sqlServer.length)) return 60;
    return operation === "connect" || operation === "resolve" ? -1 : operation === "accept" ? 60 : 50;
  }
  if (roles & role.CONNECT) return 100;
  // "Node app-1: heartbeat to 10.0.0.9:3343".
  const withPort = port === null ? 0 : 12;
  if (roles & role.SERVER) return 80 + withPort / 2;
  // "at Net.Client:55" is a line of a program.
  if (isTypeName(host)) return 0;
  if (roles & role.FROM) return operation === "receive" || operation === "accept" ? 75 + withPort : 55;
  if (roles & role.TO) return 70 + withPort;
  if (shape === "tuple" || (shape === "url" && roles & role.REQUEST)) return 60;
  if (roles & role.PLACE || isInParenthesis(text, start)) return 50;
  if (shape === "port" && isLocal) return 45;
  return isOfAccount(address, text) || isBehindPeer(address, text) || isOfSession(address, text) ? 45 : 0;
}

/** Whether it is the value of a field: `peer=10.0.0.7`, `"peer": "10.0.0.7"`. */
function isField(text: string, start: number): boolean {
  const mark = text[start - 1];
  return (
    mark === "=" || (mark !== undefined && `"'`.includes(mark) && value.test(text.slice(Math.max(0, start - 4), start)))
  );
}

const value = /(?:=|["'] ?: ?)["']$/;

/** Whether an object that describes the request of a client names it: a proxy's own connection is another. */
function isOfRequest(text: string, start: number): boolean {
  if (!text.includes("{")) return false;
  const around = objectAround(text, start);
  if (around === null) return false;
  return (
    around.names.some((name) => requestObject.test(name)) || (ofRequest.test(around.own) && method.test(around.own))
  );
}

/** What the record of a request has beside the address of its client. */
const ofRequest = /"(?:url|uri|path|request_?uri)" ?:/i;
const method = /"(?:http_?|request_?)?method" ?: ?"[A-Z]{3,8}"/;

/** Whether a bare name could have a weight: a word around it explains it. */
export const isExplained: Wanted = (text, start) =>
  (kindAt(text, start - 1) & PARENTHESIS) !== 0 ||
  isBehindAt(text, start) ||
  isBehindSession(text, start) ||
  rolesBefore(text, start) !== 0 ||
  mayBeExplainedBehind(text, start);

/** A single word is a host only with a port, in quotes of its own, or where it is looked up. */
function isNamed(
  { shape, host, port, start, end }: Address,
  text: string,
  roles: number,
  operation: Operation | null,
): boolean {
  if (shape !== "bare" || port !== null) return true;
  if (roles & role.FOREIGN && !(roles & role.CONNECT) && !isNumbered(host)) return false;
  if (isDistinct(host)) return true;
  if (isPeerByName(host, text, roles, start, end)) return true;
  if (kindAt(text, start - 1) & QUOTE && text[end] === text[start - 1]) {
    // "the index of 'orders'", "metadata for 'orders'": what something is for is no host.
    return (roles & ~role.PLACE) !== 0 || !forWhat.test(text.slice(Math.max(0, start - 8), start));
  }
  if (text[start - 1] === "=" && roles & (role.SERVER | role.REMOTE) && isNumbered(host)) return true;
  if (operation === "resolve") {
    const isLookedUp = (roles & role.LOOKUP) !== 0 && nameEnd.test(text.slice(end, end + reach));
    if (isLookedUp || ((roles & ~role.PLACE) !== 0 && isNumbered(host))) return true;
  }
  return (roles & role.LOOKUP) !== 0 && lookedUp.test(wordsBefore(text, start)) && lookedUpEnd.test(text.slice(end));
}

/** "Connection to db-7 failed", "connecting to host plc3: 10060". */
function isPeerByName(host: string, text: string, roles: number, start: number, end: number): boolean {
  if (!isNumbered(host) || !peerEnd.test(text.slice(end, end + reach))) return false;
  return (roles & role.CONNECT) !== 0 || ((roles & role.SERVER) !== 0 && toServer.test(wordsBefore(text, start)));
}

const peerEnd =
  /^["'`)\]]?(?:\s*$|[:,;](?: |$)|\.(?: |$)|\.{3}| [([-]| (?:failed|failure|error|timed|refused|lost|closed|reset|dropped|aborted|was|could|is|has)\b)/;
const toServer =
  /\b(?:connect(?:ion|ing)?) (?:to|with) (?:the )?(?:remote )?(?:host|server|node|peer|machine|computer) ["'`([]{0,2}$/i;

const forWhat = /\bfor ["'`]$/i;

/** Whether it is an IP address, or a name that is no word. */
function isNumbered(host: string): boolean {
  return isV6(host) || /\d|-/.test(host);
}

function isInParenthesis(text: string, start: number): boolean {
  const before = wordsBefore(text, start);
  // "news.example:563 (10.0.0.9)": the address of what has its port.
  return text[start - 1] === "(" && parenthesisRole.test(before) && !/:\d{1,5} \($/.test(before);
}

/** FileZilla's "user1 (10.0.0.12)>", MySQL's "'app'@'10.0.0.12'". */
function isOfAccount({ host, start, end }: Address, text: string): boolean {
  if (!(kindAt(host, 0) & DIGIT)) return false;
  return (text[start - 1] === "(" && text.startsWith(")>", end)) || isBehindAt(text, start);
}

/** "connect to files-1 (10.0.0.9)": the address of the name before it. */
function isBehindPeer({ host, start }: Address, text: string): boolean {
  if (!(kindAt(host, 0) & DIGIT) || text[start - 1] !== "(") return false;
  const named = nameBefore.exec(wordsBefore(text, start));
  return named !== null && (rolesBefore(text, start - named[0].length) & (role.CONNECT | role.REMOTE)) !== 0;
}

/** FileZilla Server's "[FTP Session 12 10.0.0.12 user1]": the client of a session. */
function isOfSession({ host, start }: Address, text: string): boolean {
  return ((kindAt(host, 0) & DIGIT) !== 0 || isV6(host)) && isBehindSession(text, start);
}

function isBehindSession(text: string, start: number): boolean {
  return (kindAt(text, start - 2) & DIGIT) !== 0 && session.test(text.slice(Math.max(0, start - 24), start));
}

/** Whether an @ comes before, with or without a quote. */
function isBehindAt(text: string, start: number): boolean {
  return text[start - 1] === "@" || (text[start - 2] === "@" && (kindAt(text, start - 1) & QUOTE) !== 0);
}

function wordsBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - reach), start);
}
