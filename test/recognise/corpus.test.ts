import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { toBytes } from "../../src/text/byte-string.ts";

interface Row {
  readonly line: string;
  readonly expect: readonly { readonly code: number }[];
  readonly ambiguous: boolean;
  readonly note?: string;
}

// The lines belong to the people who logged them, so they are kept beside the project and not in it.
const corpus = new URL("../../../shared/corpus/dev.jsonl", import.meta.url);
const isThere = existsSync(corpus);
if (!isThere) console.log("skipped: the corpus of real lines is not beside the project");

test.skipIf(!isThere)("on real lines precision is at least 0.98 and recall at least 0.95", () => {
  const recognise = createRecognise();
  const rows = readFileSync(corpus, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Row);
  let hit = 0;
  let missed = 0;
  let wrong = 0;
  for (const { line, expect: labels, ambiguous, note } of rows) {
    if (ambiguous) continue;
    const wanted = new Set(labels.map(({ code }) => code));
    const found = new Set(
      recognise(toBytes(line.replace(/[\r\n]/g, " ")))
        .filter(({ form }) => !(note && form === "posix-name"))
        .map(({ code }) => code),
    );
    for (const code of wanted) found.has(code) ? hit++ : missed++;
    for (const code of found) if (!wanted.has(code)) wrong++;
  }
  expect(hit / (hit + wrong)).toBeGreaterThanOrEqual(0.98);
  expect(hit / (hit + missed)).toBeGreaterThanOrEqual(0.95);
});
