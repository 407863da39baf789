import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import type { Finding } from "../recognise/finding.ts";
import type { HeldLine } from "./held-record.ts";
import { behind, isFrame, namesPeer } from "./said-in-record.ts";

/** What the lines below a line say of its failure. */
export interface SaidBelow {
  readonly endpoint: string | null;
  readonly operation: Operation | null;
  /** Whether a line says it that names the code again, so that it was counted there. */
  readonly isCounted: boolean;
}

/** Lines that speak of another host than the one that failed, or of a page to read. */
const speaksOfOthers =
  /\b(?:retry\w*|next|instead|fall(?:ing)? ?back|fail(?:ing)? ?over|switch\w*|trying|see|help|docs?|documentation|visit|refer|support|more info\w*|proxy)\b/i;

/** Returns whom the further lines of a record blame for the codes of a line (at `index`) that blames nobody. */
export function saidBelow(lines: readonly HeldLine[], index: number): SaidBelow | null {
  const line = lines[index]?.found?.line;
  const finding = line?.findings[0];
  if (line === undefined || finding === undefined) return null;
  let again: SaidBelow | null = null;
  for (const { body, found } of lines.slice(index + 1)) {
    if (found !== null) {
      if (!found.line.findings.some(({ code }) => code === finding.code)) break;
      const { endpoint, operation } = found.line;
      if (endpoint === null) continue;
      // A list of hosts: the line above blames all of them, which are counted where they are named.
      if (again !== null && again.endpoint !== endpoint) return null;
      again = { endpoint, operation, isCounted: true };
    } else if (again === null && !isFrame(body) && namesPeer(body) && !speaksOfOthers.test(body)) {
      const said = saidOf(body, finding, line.operation);
      if (said !== null) return said;
    }
  }
  return again;
}

function saidOf(body: string, finding: Finding, known: Operation | null): SaidBelow | null {
  const place = [behind(body, finding)];
  const operation = known ?? operationOf(body, place);
  const endpoint = endpointOf(body, place, operation);
  return endpoint === null ? null : { endpoint, operation, isCounted: false };
}
