import { endpointOf } from "../line/address/endpoint.ts";
import { endpointParts } from "../line/address/endpoint-parts.ts";
import { operationOf } from "../line/operation.ts";
import { isFrame } from "../line/stack-frame.ts";
import type { Finding } from "../recognise/finding.ts";
import { operationOfTraceback } from "./operation-of-frame.ts";
import type { RecordPlace } from "./records.ts";
import type { Statement } from "./statement.ts";

/** Words with which a line of a record says whom it is about. */
const peer =
  /\b(?:to|from|with|server|host|remote\w*|peer|upstream|connect\w*|reach\w*|contact\w*|dial\w*|bind\w*|endpoint|target|broker|backend|database|address|u[ri]l)\b|\b(?:erreichbar|verbind\w*|joindre|connexion|conex\w*|conectar\w*|responde\w*|conness\w*|connett\w*)\b|\b(?:for|on|at|of) \[?(?:\d{1,3}\.\d|[\w.-]{1,80}:\d)|:\/\/|\[addr=|\bR:[\w.-]{0,80}\//i;

const hostWithPort = /\b(?:[A-Za-z][\w-]{0,80}(?:\.[\w-]{1,80}){0,8}|\d{1,3}(?:\.\d{1,3}){3}):\d{2,5}\b/;

/** What a line does not say itself, its record says: in an earlier line with a code, or in one without. */
export function saidInRecord(said: Statement, { lender, before }: RecordPlace): Statement {
  if (lender === null && before.length === 0) return said;
  const first = said.findings[0];
  if (first === undefined || (said.operation !== null && said.endpoint !== null)) return said;
  const lines = before.filter((line) => !isFrame(line));
  const known = lender?.occurrences.find(({ code }) => code === first.code);
  const operation =
    said.operation ??
    known?.operation ??
    firstOf(lines, (line) => operationOf(line, [behind(line, first)])) ??
    firstOf(before, operationOfTraceback);
  const endpoint =
    said.endpoint ??
    firstOf(lines, (line, n) => {
      const host = namesPeer(line) ? endpointOf(line, [behind(line, first)], operation) : null;
      return host && (withPort(host, lines[n - 1] ?? "") ?? host);
    }) ??
    known?.endpoint ??
    lender?.endpoint ??
    null;
  if (operation === said.operation && endpoint === said.endpoint) return said;
  return { findings: said.findings, operation, endpoint };
}

/** Whether a line may name whom its record is about: by a word, or by an address in another language. */
export function namesPeer(line: string): boolean {
  return peer.test(line) || (/[\x80-\xff]/.test(line) && hostWithPort.test(line));
}

/** The finding as if it came right behind a line. */
export function behind(line: string, finding: Finding): Finding {
  return { ...finding, start: line.length, end: line.length };
}

const portField =
  /^\s{0,32}(?:["']?(?:remote_?|peer_?|server_?|target_?)?port["']?\s?[:=]\s?["']?|TCP\/IP connections on port )(\d{1,5})\b/i;

/** An endpoint without a port, with the one that the next line has as a field; null where there is none. */
export function withPort(endpoint: string, next: string): string | null {
  const port = portField.exec(next)?.[1];
  return port === undefined || endpointParts(endpoint).port !== undefined ? null : `${endpoint}:${Number(port)}`;
}

function firstOf<Result>(lines: readonly string[], read: (line: string, n: number) => Result | null): Result | null {
  for (const [n, line] of lines.entries()) {
    const result = read(line, n);
    if (result !== null) return result;
  }
  return null;
}
