import type { Operation } from "../../catalogue/entry.ts";
import { kindAt, PARENTHESIS, QUOTE } from "../characters.ts";
import type { Address, Wanted } from "./address.ts";
import { isDistinct, isTypeName } from "./host.ts";
import * as role from "./role.ts";
import { isNginxOwn, isWriter } from "./writer.ts";

const reach = 64;
const parenthesisRole = /\b(?:server|host)\b[^()]{0,50}\($/i;
const lookedUp = /\b(?:lookup|resolve host:?) $/i;
const lookedUpEnd = /^(?:: | on |$)/;

/** Returns the weight that the words before an address give it: 0 without such words, negative when it is not to blame. */
export function weightOf(address: Address, text: string, operation: Operation | null): number {
  const { shape, host, start, end } = address;
  if (shape === "arrow") return 110;
  if (isWriter(text, start, end)) return -1;
  const roles = role.rolesBefore(text, start);
  if (roles & role.SERVER && isNginxOwn(text, start)) return -1;
  if (roles & role.LOCAL) return operation === "bind" || operation === "listen" ? 90 : -1;
  if (!isNamed(address, text, roles)) return 0;
  if (roles & role.LOOKUP && operation === "resolve") return 130;
  if (roles & role.REMOTE) return 120;
  if (roles & role.CLIENT) return operation === "connect" || operation === "resolve" ? -1 : 50;
  if (roles & role.CONNECT) return 100;
  if (roles & role.SERVER) return 80;
  // "at Net.Client:55" is a line of a program.
  if (isTypeName(host)) return 0;
  if (roles & role.FROM) return operation === "receive" || operation === "accept" ? 75 : 55;
  if (roles & role.TO) return 70;
  if (shape === "tuple" || (shape === "url" && roles & role.REQUEST)) return 60;
  return roles & role.PLACE || isInParenthesis(text, start) ? 50 : 0;
}

/** Whether a bare name could have a weight: a word before it explains it. */
export const isExplained: Wanted = (text, start) =>
  (kindAt(text, start - 1) & PARENTHESIS) !== 0 || role.rolesBefore(text, start) !== 0;

/** A single word is a host only with a port, in quotes of its own, or after Go's and curl's "lookup". */
function isNamed({ shape, host, port, start, end }: Address, text: string, roles: number): boolean {
  if (shape !== "bare" || port !== null || isDistinct(host)) return true;
  if (kindAt(text, start - 1) & QUOTE) return text[end] === text[start - 1];
  return (roles & role.LOOKUP) !== 0 && lookedUp.test(wordsBefore(text, start)) && lookedUpEnd.test(text.slice(end));
}

function isInParenthesis(text: string, start: number): boolean {
  return text[start - 1] === "(" && parenthesisRole.test(wordsBefore(text, start));
}

function wordsBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - reach), start);
}
