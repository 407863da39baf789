import { isDigit, isIdentifier } from "../../text/byte-array.ts";
import { codes } from "../codes.ts";
import { winsockWords } from "../context/winsock-words.ts";
import { judge } from "../judge.ts";
import type { Line } from "../line.ts";
import { type Match, NO_MATCHES } from "../match.ts";
import type { Recogniser } from "../recogniser.ts";

/** The plain number: `error 10054`. Whether it is a code depends on the rest of the line. */
export const decimal: Recogniser<"decimal"> = {
  form: "decimal",
  // Every second line has a 6, 8 or 87, so these are looked for only in lines with one of these rare words.
  literals: winsockWords.literals,
  numbers: [...codes].filter((code) => code >= 100).map(String),
  find,
  samples: {
    match: [
      ["error 10054 on socket", 10054],
      ["[WinError 10054] x", 10054],
      ["os error 10054", 10054],
      ["SocketException (10054): x", 10054],
      ["recv failed: 10054", 10054],
      ["recv error 10054 after 3 tries, n=997", 10054],
      ["WSAGetLastError() = 6", 6],
      ["Winsock lookup: cannot use the address, host not found (#11001).", 11001],
      ['{"level":"warn","msg":"read failed on socket","errno":10054}', 10054],
    ],
    ignore: [
      "error 6",
      "listening on 10050",
      "Failed to bind to port 10048",
      "ArgumentError #10061: the parameter has the wrong kind",
      "12:00:01,996 ERROR [main] worker 10054 done in 995 ms",
      "10.0.0.5:10061: connect ok, pid=10054",
      "GET /errors/10054 HTTP/1.1 200 10060",
      "build 10049, version 2.0.10054",
      "2026-01-02 03:04:05.678 ERROR 10054 --- [main] c.e.App : failed",
    ],
  },
};

/** Reads the numbers by hand: a pattern that looks behind itself at every byte costs more than all the rest. */
function find(line: Line): readonly Match[] {
  const { bytes, length } = line;
  let matches: Match[] | undefined;
  for (let start = line.mayHold(winsockWords) ? 0 : line.firstOf(decimal); start < length; start++) {
    const first = bytes[start] as number;
    if (first > NINE || first <= ZERO || (start > 0 && isGlue(bytes[start - 1]))) continue;
    let end = start;
    let code = 0;
    while (end < length && isDigit(bytes[end])) code = 10 * code + (bytes[end++] as number) - ZERO;
    if (!codes.has(code) || isGoingOn(line, end)) continue;
    const confidence = judge(line, code, start, end);
    if (confidence === null) continue;
    matches ??= [];
    matches.push({ code, start, end, confidence });
  }
  return matches ?? NO_MATCHES;
}

/** Whether a number behind this byte is a part of something else. */
function isGlue(byte: number | undefined): boolean {
  return isIdentifier(byte) || byte === POINT;
}

/** Whether something other than the `L` of a long integer is glued to the number's end. */
function isGoingOn({ bytes, length }: Line, end: number): boolean {
  const next = end < length && bytes[end] === LONG ? end + 1 : end;
  return next < length && isIdentifier(bytes[next]);
}

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const LONG = 0x6c;

/** Returns the code in a place that always holds the status of a connection: there the plain number is enough. */
export function statusIn(text: string, { start, end }: { start: number; end: number }): Match | null {
  const code = Number(text.slice(start, end));
  if (!codes.has(code) || code < FIRST_LOOKED_FOR) return null;
  return { code, start, end, confidence: code < FIRST_SOCKET_CODE ? "likely" : "certain" };
}

/** Smaller codes are no literals: whether they are found would depend on the rest of the line. */
const FIRST_LOOKED_FOR = 100;
const FIRST_SOCKET_CODE = 10_000;
