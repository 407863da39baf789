import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { endpointParts } from "../line/address/endpoint-parts.ts";
import { operationOf } from "../line/operation.ts";
import { isFrame } from "../line/stack-frame.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Addition } from "./occurrences.ts";
import { operationOfFrame } from "./operation-of-frame.ts";
import { behind, namesPeer, withPort } from "./said-in-record.ts";

/** What a failure still lacks, until a line of its record has it; plain data. */
export interface Question {
  /** The codes of occurrences without an endpoint. */
  readonly codes: readonly number[];
  /** The codes of occurrences without an operation, until a stack shows it. */
  readonly calls: readonly number[];
  /** The finding that is asked about. */
  readonly finding: Finding;
  readonly operation: Operation | null;
  /** The host of the line before, when the next field may be its port. */
  readonly host: Answer | null;
}

/** The facts of a line below the code. */
export interface Answer {
  readonly endpoint: string | null;
  readonly operation: Operation | null;
}

/** What is asked after a line with codes. */
export function questionAfter(before: Question | null, line: AnnotatedLine, { codes }: Addition): Question | null {
  const { findings, endpoint, operation } = line;
  const finding = findings[0];
  const isNamed = (code: number): boolean => findings.some((one) => one.code === code);
  const known = before ?? { codes: [], calls: [], finding, operation: null, host: null };
  const calls = known.calls.filter((code) => !isNamed(code));
  if (operation === null) calls.push(...new Set(findings.map(({ code }) => code)));
  if (endpoint !== null || finding === undefined) {
    return asking({ ...known, calls, codes: known.codes.filter((code) => !isNamed(code)) });
  }
  if (known.codes.some(isNamed)) {
    return asking({ ...known, calls, codes: [...known.codes, ...codes], operation: known.operation ?? operation });
  }
  return asking(codes.length === 0 ? { ...known, calls, codes: [] } : { codes, calls, finding, operation, host: null });
}

/** Null where nothing is asked. */
function asking({
  finding,
  ...question
}: Omit<Question, "finding"> & { finding: Finding | undefined }): Question | null {
  const isAsked = question.codes.length > 0 || question.calls.length > 0;
  return finding === undefined || !isAsked ? null : { ...question, finding };
}

/** Lines that speak of another host than the one that failed, or of a page to read. */
const speaksOfOthers =
  /\b(?:retry\w*|next|instead|fall(?:ing)? ?back|fail(?:ing)? ?over|switch\w*|trying|see|help|docs?|documentation|visit|refer|support|more info\w*|proxy)\b/i;

/** What a further line of the record, without a code, answers, and what is still asked behind it. */
export function answerIn(
  body: string,
  question: Question,
): { readonly answer: Answer | null; readonly question: Question | null } {
  const { host } = question;
  if (host?.endpoint) {
    const endpoint = withPort(host.endpoint, body) ?? host.endpoint;
    return { answer: { ...host, endpoint }, question: asking({ ...question, codes: [], host: null }) };
  }
  if (isFrame(body)) {
    if (question.calls.length === 0 || body.trim() === "") return { answer: null, question };
    const operation = operationOfFrame(body);
    return {
      answer: operation ? { endpoint: null, operation } : null,
      question: operation === undefined ? question : asking({ ...question, calls: [] }),
    };
  }
  const said = question.codes.length === 0 ? null : saidBy(body, question);
  if (said === null) return { answer: null, question };
  if (field.test(body) && endpointParts(said.endpoint).port === undefined) {
    return { answer: null, question: { ...question, host: said } };
  }
  return { answer: said, question: asking({ ...question, codes: [] }) };
}

/** A field of an object that has another one behind it. */
const field = /^\s{1,32}["']?\w+["']?\s?: .{0,256},\s*$|\bhost "[^"]{1,80}" (?:\([^()]{1,60}\) )?and accepting\s*$/;

function saidBy(body: string, { finding, operation: known }: Question): Answer | null {
  if (!namesPeer(body) || speaksOfOthers.test(body)) return null;
  const place = [behind(body, finding)];
  const operation = known ?? operationOf(body, place);
  const endpoint = endpointOf(body, place, operation);
  return endpoint === null ? null : { endpoint, operation };
}
