import type { Operation } from "../catalogue/entry.ts";
import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Recognise } from "../recognise/recognise.ts";

/** What a line says, whenever it was written. */
export interface Statement {
  readonly findings: readonly Finding[];
  readonly operation: Operation | null;
  /** As the line spells it: a byte string. */
  readonly endpoint: string | null;
}

const mostRemembered = 4096;
const longestRemembered = 1024;
/** Where more lines were new than came again, so many are read without looking whether they are known. */
const linesUntilNextTry = 8 * mostRemembered;

/**
 * Makes the reader of one log's lines (byte strings without line ends). A stamp that a line begins with says nothing but
 * the time: its digits are read as zeros. So lines that differ in their stamps alone say the same, and as logs repeat
 * themselves, what was said is remembered.
 */
export function createStatementReader(recognise: Recognise): (body: string) => Statement {
  const remembered = new Map<string, Map<string, Statement>>();
  let said = new Map<string, Statement>();
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
    said = remembered.get(shape) ?? new Map();
    remembered.set(shape, said);
  }

  return (body) => {
    if (shape === "" || !beginsWith(body, shape)) {
      const stamp = body.length > longestRemembered ? null : STAMP.exec(body);
      if (stamp === null) return read(body);
      turnTo(stamp[0]);
    }
    const rest = body.slice(shape.length);
    if (linesToWait > 0) {
      linesToWait--;
      return read(shape + rest);
    }
    const known = said.get(rest);
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
    said.set(rest, statement);
    return statement;
  };
}

/** A date and a time of day, with what may stand around them at the beginning of a line. */
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const date = [
  "\\d{4}[-/.]\\d\\d[-/.]\\d\\d",
  "\\d\\d[-/.]\\d\\d[-/.]\\d{4}",
  `\\d\\d[-/. ]${month}[-/. ]\\d{4}`,
  `${month} [ \\d]\\d(?: \\d{4})?`,
].join("|");
const STAMP = new RegExp(
  "^[[(]?(?:<\\d{1,3}>(?:1 )?)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?" +
    `(?:${date})[T :,_]{1,2}\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?![\\d:]|[.,]\\d)`,
);

/** Whether a line begins with a stamp of this shape, and its digits end there. */
function beginsWith(body: string, shape: string): boolean {
  const end = shape.length;
  if (body.length > longestRemembered || body.length < end) return false;
  for (let at = 0; at < end; at++) {
    const code = body.charCodeAt(at);
    if (isDigit(code) ? shape.charCodeAt(at) !== ZERO : shape.charCodeAt(at) !== code) return false;
  }
  const next = body.charCodeAt(end);
  return !isDigit(next) && next !== COLON && !((next === COMMA || next === POINT) && isDigit(body.charCodeAt(end + 1)));
}

const ZERO = 0x30;
const COLON = 0x3a;
const COMMA = 0x2c;
const POINT = 0x2e;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}
