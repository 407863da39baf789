import { describe, expect, test } from "vitest";
import { recognisers } from "../../../src/recognise/forms/index.ts";
import { Line } from "../../../src/recognise/line.ts";
import { createRecognise } from "../../../src/recognise/recognise.ts";

const recognise = createRecognise();

describe.each(recognisers.map((recogniser) => [recogniser.form, recogniser] as const))("%s", (form, recogniser) => {
  test.each(recogniser.samples.match.map(([line, ...codes]) => [line, codes] as const))(
    "finds its code in: %s",
    (line, codes) => {
      expect(recogniser.find(new Line(line), {}).map((match) => match.code)).toEqual(codes);
    },
  );

  test.each(recogniser.samples.match.map(([line]) => [line]))(
    "keeps its code, which no other form steals, in: %s",
    (line) => {
      const kept = recognise(line).filter((finding) => finding.form === form);
      expect(kept).toHaveLength(recogniser.find(new Line(line), {}).length);
    },
  );

  test.each(recogniser.samples.ignore)("finds nothing, and neither does any other form, in: %s", (line) => {
    expect(recognise(line)).toEqual([]);
  });

  test("has literals of three bytes or more, and a sample of each kind", () => {
    expect(recogniser.literals.filter((literal) => literal.length < 3 || /[^\x20-\xff]/.test(literal))).toEqual([]);
    expect(recogniser.samples.match.length).toBeGreaterThan(0);
    expect(recogniser.samples.ignore.length).toBeGreaterThan(0);
  });
});

test("every form is listed once", () => {
  const forms = recognisers.map((recogniser) => recogniser.form);
  expect(new Set(forms).size).toBe(forms.length);
});
