import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programLiterals } from "../../src/read/literals.ts";
import { recognisers } from "../../src/recognise/forms/index.ts";
import { Line } from "../../src/recognise/line.ts";
import { languages } from "../../src/recognise/messages/index.ts";
import { createSieve } from "../../src/sieve/load-sieve.ts";
import { toBytes } from "../../src/text/byte-string.ts";
import { anyLine, sampleLines } from "../recognise/lines.ts";

const sieve = createSieve(programLiterals());

const passes = (line: string): boolean => {
  sieve.reserve(line.length);
  for (let at = 0; at < line.length; at++) sieve.bytes[at] = line.charCodeAt(at);
  return sieve.candidates(0, line.length) > 0;
};

/** The forms that find something in the line without being asked whether they may. */
const formsIn = (text: string): string[] => {
  const line = new Line(text);
  return recognisers.filter((form) => form.find(line, { posixNames: true }).length > 0).map(({ form }) => form);
};

const sentences = Object.values(languages).flatMap(({ certain, likely }) =>
  [...certain, ...likely].flatMap(([, ...fragments]) => fragments),
);

describe("no line with a finding is dropped", () => {
  test.each(recognisers)("by the form $form in its own samples", ({ samples, find }) => {
    for (const [line] of samples.match) {
      if (find(new Line(line), {}).length > 0) expect(passes(line), line).toBe(true);
    }
  });

  test("among the system's sentences, also in JSON", () => {
    for (const sentence of sentences) {
      const escaped = sentence.replace(
        /[^\x00-\x7f]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      for (const text of [sentence, sentence.toUpperCase(), escaped]) {
        const line = `wsarecv: socket error: ${toBytes(text)} WSAGetLastError`.replace(/wsa|WSA/g, "");
        if (formsIn(line).length > 0) expect(passes(line), text).toBe(true);
      }
    }
  });

  test("in a large made-up corpus, whatever form would find it", () => {
    let found = 0;
    fc.assert(
      fc.property(anyLine, fc.boolean(), fc.boolean(), (line, upper, lower) => {
        const text = upper ? line.toUpperCase().replace(/[^\x00-\xff]/g, "?") : lower ? line.toLowerCase() : line;
        const forms = formsIn(text);
        if (forms.length === 0) return;
        found++;
        expect([forms, passes(text)]).toEqual([forms, true]);
      }),
      { numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(2000);
    expect(sampleLines.some((line) => !passes(line))).toBe(true);
  });
});
