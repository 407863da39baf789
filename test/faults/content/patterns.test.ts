import { expect, test } from "vitest";
import { explain } from "../../../src/index.ts";
import { endpointOf } from "../../../src/line/address/endpoint.ts";
import { operationOf } from "../../../src/line/operation.ts";
import { createClock } from "../../../src/line/time/create-clock.ts";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { toBytes } from "../../../src/text/byte-string.ts";
import { visible } from "../../../src/text/visible.ts";
import { expectNoHarm, isFull, tallyOf } from "../tally.ts";
import { sampleLines } from "./sample-lines.ts";

/** A text is long when it is a whole line and no part of one that is cut to a length. */
const LONG_BYTES = 8000;
const short = isFull ? 24_000 : 12_000;
/** What is linear takes twice as long for twice the bytes, what is quadratic four times. */
const MAX_RATIO = 3.3;
/** What is quadratic takes longer by far, and under this other work of the machine decides. */
const MEASURABLE_MS = 100;

const pieces = [
  ...[
    "x",
    " ",
    "1",
    "a ",
    "1 ",
    ".",
    "/",
    "\\",
    "-",
    "_",
    ":",
    ";",
    "=",
    "(",
    "[",
    "<",
    '"',
    "'",
    "%",
    "\t",
    "\0",
    "\xff",
  ],
  ...[
    "10054 ",
    "10054, ",
    "error ",
    "error 10054 ",
    "error: ",
    "0x",
    "0x2746 ",
    "WSAE",
    "wsa",
    "a.b",
    "a/b",
    "1.2.3.4:",
  ],
  ...[
    "\x1b[",
    "\x1b[31m",
    "ab_",
    "a=b ",
    "[a]",
    "(1",
    "2026-",
    "12:",
    "at x.y (",
    "\xe9\x94\x99",
    "<a b=",
    '{"a":',
    ": ",
  ],
];

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Everything that looks at a line. */
function look(line: string): void {
  const findings = createRecognise({ posixNames: true })(line);
  const operation = operationOf(line, findings);
  endpointOf(line, findings, operation);
  createClock({ zone: "UTC", now: () => Date.UTC(2026, 10, 22) }).read(line);
  visible(line);
}

/** The patterns that were run on long texts while `act` ran: what sees only short ones may take what it likes. */
function patternsIn(act: () => void): ReadonlyMap<string, RegExp> {
  const seen = new Map<string, RegExp>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    if (text.length >= LONG_BYTES) seen.set(`${this}`, this);
    return exec.call(this, text);
  };
  try {
    act();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return seen;
}

function timeOf(pattern: RegExp, text: string): number {
  const began = performance.now();
  if (pattern.global) text.replace(pattern, "");
  else pattern.test(text);
  return performance.now() - began;
}

/** The shortest of some times: whatever else the machine does makes them longer. */
function shortest(times: number, measure: () => number): number {
  return Math.min(...Array.from({ length: times }, measure));
}

test("every pattern that sees whole lines takes twice as long for twice the line", { timeout: 3_600_000 }, () => {
  const tally = tallyOf("patterns at n and 2n");
  const words = sampleLines.map(toBytes);
  const patterns = patternsIn(() => {
    for (const piece of pieces) look(`error 10054 ${repeated(piece, short)} error 10054 connect to db:5432`);
    for (const word of words.filter((_, n) => isFull || n % 8 === 0)) look(repeated(`${word} `, short));
    explain(repeated("connection refused ", short));
  });
  expect(patterns.size).toBeGreaterThan(50);
  for (const [name, own] of patterns) {
    const pattern = new RegExp(own.source, own.flags);
    for (const piece of pieces) {
      tally.injected++;
      const [n, twice] = [short, 2 * short].map((length) => `error 10054 ${repeated(piece, length)}!`) as [
        string,
        string,
      ];
      if (timeOf(pattern, twice) < MEASURABLE_MS) continue;
      const ratio = () => shortest(3, () => timeOf(pattern, twice)) / shortest(3, () => timeOf(pattern, n));
      if (shortest(3, ratio) <= MAX_RATIO || shortest(3, () => timeOf(pattern, twice)) < MEASURABLE_MS) continue;
      tally.hung++;
      console.log(
        JSON.stringify(piece),
        `${name}`.slice(0, 300),
        shortest(1, () => timeOf(pattern, twice)),
      );
    }
  }
  expectNoHarm(tally);
});
