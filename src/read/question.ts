import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { endpointParts } from "../line/address/endpoint-parts.ts";
import { operationOf } from "../line/operation.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Addition } from "./occurrences.ts";
import { behind, isFrame, namesPeer, withPort } from "./said-in-record.ts";

/** The endpoint that a failure still lacks, as long as no line of its record names it; plain data. */
export interface Question {
  /** The codes of occurrences without an endpoint. */
  readonly codes: readonly number[];
  /** The finding that is asked about. */
  readonly finding: Finding;
  readonly operation: Operation | null;
  /** The host of the line before, when the next field may be its port. */
  readonly host: HostAnswer | null;
  /** Whether lines of a stack may still show the operation. */
  readonly readsFrames: boolean;
}

/** The facts of a line below the code. */
export interface Answer {
  readonly endpoint: string | null;
  readonly operation: Operation | null;
}

type HostAnswer = Answer & { readonly endpoint: string };

/** What is asked after a line with codes. */
export function questionAfter(before: Question | null, line: AnnotatedLine, { codes }: Addition): Question | null {
  const { findings, endpoint, operation } = line;
  const finding = findings[0];
  const isSame = before !== null && findings.some(({ code }) => before.codes.includes(code));
  if (endpoint !== null || finding === undefined) {
    const left = isSame ? before.codes.filter((code) => findings.every((one) => one.code !== code)) : [];
    return before === null || left.length === 0 ? null : { ...before, codes: left };
  }
  if (isSame) {
    const known = before.operation ?? operation;
    return { ...before, codes: [...before.codes, ...codes], operation: known, readsFrames: known === null };
  }
  return codes.length === 0 ? null : { codes, finding, operation, host: null, readsFrames: operation === null };
}

/** Lines that speak of another host than the one that failed, or of a page to read. */
const speaksOfOthers =
  /\b(?:retry\w*|next|instead|fall(?:ing)? ?back|fail(?:ing)? ?over|switch\w*|trying|see|help|docs?|documentation|visit|refer|support|more info\w*|proxy)\b/i;

/** Whether a further line of the record, without a code, answers that, or gives a host whose port may come next. */
export function answerIn(body: string, question: Question): HostAnswer | Pick<Question, "host"> | null {
  const { host } = question;
  if (host !== null) return { ...host, endpoint: withPort(host.endpoint, body) ?? host.endpoint };
  const answer = saidBy(body, question);
  return answer !== null && field.test(body) && endpointParts(answer.endpoint).port === undefined
    ? { host: answer }
    : answer;
}

/** A field of an object that has another one behind it. */
const field = /^\s{1,32}["']?\w+["']?\s?: .{0,256},\s*$/;

function saidBy(body: string, { finding, operation: known }: Question): HostAnswer | null {
  if (isFrame(body) || !namesPeer(body) || speaksOfOthers.test(body)) return null;
  const place = [behind(body, finding)];
  const operation = known ?? operationOf(body, place);
  const endpoint = endpointOf(body, place, operation);
  return endpoint === null ? null : { endpoint, operation };
}
