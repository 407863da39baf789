import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Addition } from "./occurrences.ts";
import { behind, isFrame, namesPeer } from "./said-in-record.ts";

/** Whom a failure was about, as long as no line of its record has said it; plain data. */
export interface Question {
  /** The codes of occurrences without an endpoint. */
  readonly codes: readonly number[];
  /** The finding that is asked about. */
  readonly finding: Finding;
  readonly operation: Operation | null;
}

/** What a line below the code says. */
export interface Answer {
  readonly endpoint: string;
  readonly operation: Operation | null;
}

/** What is asked after a line with codes. */
export function questionAfter(before: Question | null, line: AnnotatedLine, { codes }: Addition): Question | null {
  const { findings, endpoint, operation } = line;
  const finding = findings[0];
  const isSame = before !== null && findings.some(({ code }) => before.codes.includes(code));
  if (endpoint !== null || finding === undefined) {
    const left = isSame ? before.codes.filter((code) => findings.every((one) => one.code !== code)) : [];
    return before === null || left.length === 0 ? null : { ...before, codes: left };
  }
  if (isSame) return { ...before, codes: [...before.codes, ...codes], operation: before.operation ?? operation };
  return codes.length === 0 ? null : { codes, finding, operation };
}

/** Lines that speak of another host than the one that failed, or of a page to read. */
const speaksOfOthers =
  /\b(?:retry\w*|next|instead|fall(?:ing)? ?back|fail(?:ing)? ?over|switch\w*|trying|see|help|docs?|documentation|visit|refer|support|more info\w*|proxy)\b/i;

/** Returns what a further line of the record, without a code, says to that. */
export function answerIn(body: string, { finding, operation: known }: Question): Answer | null {
  if (isFrame(body) || !namesPeer(body) || speaksOfOthers.test(body)) return null;
  const place = [behind(body, finding)];
  const operation = known ?? operationOf(body, place);
  const endpoint = endpointOf(body, place, operation);
  return endpoint === null ? null : { endpoint, operation };
}
