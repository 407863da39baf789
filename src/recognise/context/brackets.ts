import { failsToConnect } from "./explanation.ts";

/** `(10061)`, `(#10061)`, `(10061: …)`, and `[0x0000274D]`. */
export function isAloneInBrackets(lower: string, start: number, end: number): boolean {
  if (isHead(lower, start, end) || isOfEntity(lower, start, end)) return false;
  const brackets = `${lower.slice(Math.max(0, start - 2), start)}N${lower.slice(end, end + 3)}`;
  return (
    /(?:^|[^a-z0-9_])\(#?N(?:\)|: |:? ")/.test(brackets) ||
    (lower.startsWith("0x0000", start) && /\[N\]/.test(brackets))
  );
}

/** `failed to connect, next try in 5 s [10060]`: at the end of a line about a connection that failed. */
export function isInBracketsAtEnd(lower: string, start: number, end: number): boolean {
  if (lower[start - 1] !== "[" || isOfEntity(lower, start, end) || !/^\][.!]?\s*$/.test(lower.slice(end, end + 8)))
    return false;
  return failsToConnect(lower.slice(Math.max(0, start - 96), start));
}

/** PHP's `socket_recvfrom(): unable to recvfrom [10054]: …`: behind a call that could not be made. */
export function isBehindUnableCall(lower: string, start: number, end: number): boolean {
  return (
    lower[start - 1] === "[" &&
    /^\](?:[:,;.)"']|\s*$)/.test(lower.slice(end, end + 4)) &&
    UNABLE.test(lower.slice(Math.max(0, start - 96), start))
  );
}

const UNABLE =
  /\b(?:unable to|cannot|can ?not|can't|could not|couldn't|fail(?:ed)? to) (?:connect|recv(?:from|msg)?|receive|send(?:to|msg)?|bind|listen|accept|select|poll|read from socket|write to socket|(?:create|set|get) socket)(?: (?:to|from|on|at|with|the|an?|for|incoming|remote|server|host|peer|socket|address|connection|option|data|tcp|udp))*(?: [a-z0-9_.-]{1,64}:\d{1,5})? ?\[$/;

/** `(10061) user lost connection`: behind nothing but a stamp and a level the number is an identifier, not an error. */
function isHead(lower: string, start: number, end: number): boolean {
  if (!/^[)\]] [a-z]/.test(lower.slice(end, end + 3))) return false;
  return HEAD.test(lower.slice(Math.max(0, start - 64), start));
}

const HEAD =
  /^[^a-z\x80-\xff]*(?:\b(?:[tz]|info|inf|warn(?:ing)?|error|err|debug|dbg|trace|fatal|notice)\b[^a-z\x80-\xff]*){0,3}$/;

/** `client (10054) not connected`: the number of the client. */
function isOfEntity(lower: string, start: number, end: number): boolean {
  const before = lower.slice(Math.max(0, start - 16), start);
  if (
    /\b(?:client|user|player|member|account|customer|order|job|task|worker|agent|machine|site|process|thread|room|item|device|pid|id)\s?[[(]#?$/.test(
      before,
    )
  )
    return true;
  return (
    /\b(?:connection|conn|session|stream|channel|peer|node|agent|machine|site)\s?\(#?$/.test(before) &&
    /^\) [a-z]/.test(lower.slice(end, end + 3))
  );
}
