import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import { leadingStampEnd } from "../line/time/leading-stamp.ts";
import { endsPlainTime } from "../line/time/time-of-day.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Recognise } from "../recognise/recognise.ts";

/** What was read in a line, apart from its time. */
export interface Statement {
  readonly findings: readonly Finding[];
  readonly operation: Operation | null;
  /** As the line spells it: a byte string. */
  readonly endpoint: string | null;
}

const mostRemembered = 4096;
const longestRemembered = 1024;
/** While more lines are new than come again, so many lines are read without a look whether they are known. */
const linesUntilNextTry = 8 * mostRemembered;

/**
 * Makes the reader of one log's lines (byte strings without line ends). Logs repeat themselves, so statements are
 * remembered. The stamp that a line begins with is read as if its digits were zeros: lines that differ in their stamps
 * alone have the same statement.
 */
export function createStatementReader(recognise: Recognise): (body: string) => Statement {
  /** By the shape of the stamp, then by the rest of the line. */
  const remembered = new Map<string, Map<string, Statement>>();
  let statements = new Map<string, Statement>();
  let count = 0;
  let repeated = 0;
  let linesToWait = 0;
  /** The latest stamp with zeros for its digits. */
  let shape = "";

  function read(body: string): Statement {
    const findings = recognise(body);
    if (findings.length === 0) return { findings, operation: null, endpoint: null };
    const operation = operationOf(body, findings);
    return { findings, operation, endpoint: endpointOf(body, findings, operation) };
  }

  function turnTo(stamp: string): void {
    shape = stamp.replace(/\d/g, "0");
    statements = remembered.get(shape) ?? new Map();
    remembered.set(shape, statements);
  }

  return (body) => {
    if (shape === "" || !beginsWith(body, shape)) {
      const stampEnd = body.length > longestRemembered ? 0 : leadingStampEnd(body);
      if (stampEnd === 0) return read(body);
      turnTo(body.slice(0, stampEnd));
    }
    const rest = body.slice(shape.length);
    if (linesToWait > 0) {
      linesToWait--;
      return read(shape + rest);
    }
    const known = statements.get(rest);
    if (known !== undefined) {
      repeated++;
      return known;
    }
    const statement = read(shape + rest);
    if (statement.findings.length === 0) return statement;
    if (++count > mostRemembered) {
      if (repeated < mostRemembered) linesToWait = linesUntilNextTry;
      remembered.clear();
      turnTo(shape);
      count = 1;
      repeated = 0;
    }
    statements.set(rest, statement);
    return statement;
  };
}

/** Whether a line begins with a stamp of this shape. */
function beginsWith(body: string, shape: string): boolean {
  const end = shape.length;
  if (body.length > longestRemembered || body.length < end) return false;
  for (let at = 0; at < end; at++) {
    const code = body.charCodeAt(at);
    if (isDigit(code) ? shape.charCodeAt(at) !== ZERO : shape.charCodeAt(at) !== code) return false;
  }
  return endsPlainTime(body, end);
}

const ZERO = 0x30;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

/** The codes of findings, each once. */
export function distinctCodes(findings: readonly Finding[]): number[] {
  return findings.length === 1 ? [(findings[0] as Finding).code] : [...new Set(findings.map(({ code }) => code))];
}
