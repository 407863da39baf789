import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recognisers } from "../../src/recognise/forms/index.ts";
import { createMessage, message } from "../../src/recognise/forms/message.ts";
import type { Line } from "../../src/recognise/line.ts";
import { matchesOf } from "../../src/recognise/match.ts";
import { languages } from "../../src/recognise/messages/index.ts";
import { literalsOf } from "../../src/recognise/messages/literals.ts";
import type { Messages } from "../../src/recognise/messages/messages.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import type { Recogniser } from "../../src/recognise/recogniser.ts";
import { createTableSieve } from "../../src/sieve/table.ts";
import { fromBytes, toBytes } from "../../src/text/byte-string.ts";

/** The codes in a line, each with its form, when the forms are these. */
function found(forms: readonly Recogniser[], line: string): readonly (readonly [form: string, code: number])[] {
  return createRecognise({ recognisers: forms })(toBytes(line)).map(({ form, code }) => [form, code]);
}

function passes(form: Recogniser, line: string): boolean {
  const sieve = createTableSieve({ texts: form.literals, numbers: form.numbers ?? [] });
  const bytes = Buffer.from(line);
  sieve.reserve(bytes.length);
  sieve.bytes.set(bytes);
  return sieve.candidates(0, bytes.length) > 0;
}

test.each<[folder: string, listed: number, others: readonly string[]]>([
  ["forms", recognisers.length, ["index.ts"]],
  [
    "messages",
    Object.keys(languages).length,
    [
      "contradicted.ts",
      "damaged.ts",
      "index.ts",
      "fold.ts",
      "literals.ts",
      "messages.ts",
      "own-literals.ts",
      "phrases.ts",
      "sentence.ts",
      "spellings.ts",
      "window-cost.ts",
    ],
  ],
])("every file of %s is in its list", (folder, listed, others) => {
  const files = readdirSync(new URL(`../../src/recognise/${folder}`, import.meta.url));
  expect(files.filter((file) => !others.includes(file))).toHaveLength(listed);
});

describe("a form is added by its file and its place in the list", () => {
  const roman: Recogniser<"roman"> = {
    form: "roman",
    literals: ["mmmmmmmmmm"],
    find: (line: Line) =>
      matchesOf(line.lower, /\bm{10}liv\b/g, line.firstOf(roman), () => ({ code: 10054, confidence: "certain" })),
    samples: { match: [["socket error MMMMMMMMMMLIV", 10054]], ignore: ["MMMMMMMMMM"] },
  };

  test.each(roman.samples.match.map(([line, ...codes]) => [line, codes] as const))("%s", (line, codes) => {
    expect(found([...recognisers, roman], line)).toEqual(codes.map((code) => ["roman", code]));
    expect(found(recognisers, line)).toEqual([]);
    expect(passes(roman, line)).toBe(true);
  });

  test("another form leaves the others as they are", () => {
    for (const { form, samples } of recognisers) {
      for (const [line] of samples.match) {
        const [before, after] = [recognisers, [roman, ...recognisers]].map((forms) => found(forms, line));
        expect(after, `${form}: ${line}`).toEqual(before);
      }
    }
  });
});

describe("a language is added by its table and its place in the list", () => {
  const sv: Messages = {
    certain: [[10054, "stängdes av fjärrvärddatorn"]],
    likely: [[10022, "ett ogiltigt argument angavs"]],
  };
  const tables = [...Object.values(languages), sv];
  const withSwedish = createMessage(tables, () => literalsOf(tables));
  const forms = recognisers.map((form) => (form === message ? withSwedish : form));

  test.each<[string, number]>([
    ["Anslutningen STäNGDES AV fjärrvärddatorn.", 10054],
    ["socket: Ett ogiltigt argument angavs.", 10022],
  ])("%s", (line, code) => {
    expect(found(forms, line)).toEqual([["message", code]]);
    expect(found(recognisers, line)).toEqual([]);
    expect(passes(withSwedish, line)).toBe(true);
  });

  test("another language of the system's sentences leaves the others as they are", () => {
    for (const [line, ...codes] of message.samples.match)
      expect(found(forms, fromBytes(line)).filter(([form]) => form === "message")).toEqual(
        codes.map((code) => ["message", code]),
      );
  });
});
