import { expect, test } from "vitest";
import { languages } from "../../../src/recognise/messages/index.ts";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { toBytes, toLowerCase } from "../../../src/text/byte-string.ts";

const recognise = createRecognise();

const upper = (bytes: string) => bytes.replace(/[a-z]/g, (letter) => letter.toUpperCase());

// Byte strings: ASCII letters alone have two cases, and no literal may depend on more.
test.each(Object.entries(languages))("every fragment of %s is found in a whole line, in either case", (_, table) => {
  for (const [code, ...fragments] of [...table.certain, ...table.likely]) {
    for (const fragment of fragments) {
      for (const spelling of [toBytes(fragment), toLowerCase(toBytes(fragment)), upper(toBytes(fragment))]) {
        const codes = recognise(`socket: ${spelling}`).map((finding) => finding.code);
        expect([spelling, codes]).toEqual([spelling, [code]]);
      }
    }
  }
});
