import { describe, expect, test } from "vitest";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { toBytes } from "../../src/text/byte-string.ts";
import { applications } from "./kinds/applications.ts";
import { cues } from "./kinds/cues.ts";
import { friends } from "./kinds/friends.ts";
import { languages } from "./kinds/languages.ts";
import { numbers } from "./kinds/numbers.ts";
import { symptoms } from "./kinds/symptoms.ts";

const recognise = createRecognise();
const codesIn = (line: string): number[] => [...new Set(recognise(toBytes(line)).map(({ code }) => code))];

describe.each(Object.entries({ ...cues, ...symptoms }))("%s", (_kind, rows) => {
  test.each(rows)("%s", (...[line = "", ...codes]) => {
    expect(codesIn(String(line))).toEqual(codes);
  });
});

describe.each(Object.entries({ ...friends, ...applications, ...numbers }))("no code: %s", (_kind, lines) => {
  test.each(lines)("%s", (line) => {
    expect(codesIn(line)).toEqual([]);
  });
});

describe.each(Object.entries(languages))("the words of %s", (_language, { codes, friends: others }) => {
  test.each(codes)("give the code in: %s", (line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });

  test.each(others)("give none in: %s", (line) => {
    expect(codesIn(line)).toEqual([]);
  });
});
