import type { Options } from "yargs";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { operations } from "../../catalogue/entry.ts";
import { WsaError } from "../../error.ts";
import { parsePeriod } from "../../report/time/parse-period.ts";
import type { Scope } from "../../store/scope.ts";
import { allOf, say } from "../../wording.ts";
import { codesOf } from "./codes.ts";

/** `--code`: numbers or names, repeated or with commas. */
export const codeOption = {
  type: "string",
  array: true,
  nargs: 1,
  requiresArg: true,
  group: "Only:",
  describe: "Only these codes: 10054,WSAETIMEDOUT. Repeatable",
} as const satisfies Options;

/** `--endpoint`: as reports write it. */
export const endpointOption = {
  type: "string",
  requiresArg: true,
  group: "Only:",
  describe: "Only what names this endpoint, such as db-2:5432",
} as const satisfies Options;

/** `--operation`: what the programs were doing. */
export const operationOption = {
  choices: operations,
  requiresArg: true,
  group: "Only:",
  describe: "Only what failed in this operation",
} as const satisfies Options;

/** What a report can be limited to, as it is written. */
export interface Limits {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly code?: readonly string[] | undefined;
  readonly source?: string | undefined;
  readonly host?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly operation?: string | undefined;
}

/** What a report is limited to, but for its codes, which only the store may know. */
export type ScopeOfCodes = (catalogue: Catalogue) => Scope;

/** Reads what a report is limited to; empty texts limit nothing. Throws a WsaError `usage` for what makes no sense. */
export function scopeOf(limits: Limits, zone: string, nowMs: number): ScopeOfCodes {
  const { since, until, code = [], source, host, endpoint, operation } = limits;
  const terms = code.flatMap((text) => text.split(/[\s,;]+/)).filter((term) => term !== "");
  const scope: Scope = {
    period: parsePeriod({ since: since || undefined, until: until || undefined }, zone, nowMs),
    source: source || null,
    host: host || null,
    ...(endpoint ? { onlyEndpoint: endpoint } : {}),
    ...(operation ? { onlyOperation: knownOperation(operation) } : {}),
  };
  if (terms.length === 0) return () => scope;
  return (catalogue) => ({ ...scope, onlyCodes: codesOf(terms, catalogue).map((one) => one.code) });
}

function knownOperation(text: string): string {
  if (operations.some((one) => one === text)) return text;
  throw new WsaError("usage", `--operation ${text}`, say`not an operation`, {
    hint: say`give one of ${allOf(operations)}`,
  });
}
