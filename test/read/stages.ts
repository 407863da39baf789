import { Writable } from "node:stream";
import { createPen } from "../../src/annotate/pen.ts";
import { createRenderer } from "../../src/annotate/renderer.ts";
import { catalogue } from "../../src/catalogue/index.ts";
import type { Tally } from "../../src/ledger/tally.ts";
import { createClock } from "../../src/line/time/create-clock.ts";
import { programLiterals } from "../../src/read/literals.ts";
import type { Stages } from "../../src/read/stages.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { createSieve } from "../../src/sieve/load-sieve.ts";

const sieve = createSieve(programLiterals());
const recognise = createRecognise();
const pen = createPen({ catalogue, language: "en", color: false, terminal: false });

/** The program's own stages, with a tally of the test's. */
export function stagesWith(tally: Tally, format: "text" | "json" = "text", { posixNames = false } = {}): Stages {
  const clock = createClock({ zone: "UTC", now: () => Date.UTC(2026, 10, 22) });
  const renderer = createRenderer({ pen, style: "inline", format, onlyMatching: false });
  return { sieve, recognise: posixNames ? createRecognise({ posixNames }) : recognise, clock, renderer, tally };
}

/** A sink that keeps what it was given, as a byte string. */
export function keepingSink(): Writable & { readonly text: () => string } {
  const pieces: string[] = [];
  const sink = new Writable({
    write(bytes: Buffer, _encoding, done) {
      pieces.push(bytes.toString("latin1"));
      done();
    },
  });
  return Object.assign(sink, { text: () => pieces.join("") });
}
