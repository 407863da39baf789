import { readFileSync } from "node:fs";
import { bench, describe } from "vitest";
import { endpointOf } from "../../src/line/address/endpoint.ts";
import { operationOf } from "../../src/line/operation.ts";
import { FirstLook } from "../../src/recognise/first-look.ts";
import { recognisers } from "../../src/recognise/forms/index.ts";
import { Line } from "../../src/recognise/line.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";

// Run with: npx vitest bench --config test/vitest.config.ts test/bench/recognise.bench.ts
// One turn reads 1,000 lines, so operations per second are thousands of lines per second. Lines without a code come first.
const log = readFileSync(new URL("../../fixtures/service.log", import.meta.url), "latin1")
  .split("\n")
  .filter(Boolean);
const recognise = createRecognise();
const found = log.filter((line) => recognise(line).length > 0);
const clean = log.filter((line) => recognise(line).length === 0);
const thousand = (lines: readonly string[]) =>
  Array.from({ length: 1000 }, (_, at) => lines[at % lines.length] as string);

let sum = 0;
const turn = (lines: readonly string[], read: (line: string) => number) => {
  const many = thousand(lines);
  return () => {
    for (const line of many) sum += read(line);
  };
};

describe("a thousand lines", () => {
  bench(
    "without a code",
    turn(clean, (line) => recognise(line).length),
  );
  bench(
    "with a code",
    turn(found, (line) => recognise(line).length),
  );
  bench(
    "with a code, operation and endpoint",
    turn(found, (line) => {
      const findings = recognise(line);
      return (operationOf(line, findings) ?? "").length + (endpointOf(line, findings) ?? "").length;
    }),
  );
});

const lower = log.map((line) => line.toLowerCase());
const line = new Line("");
const look = new FirstLook(recognisers);
const patterns = recognisers.map(
  ({ literals }) => new RegExp(literals.map((one) => one.replace(/[^a-z0-9\x80-\xff]/g, "\\$&")).join("|")),
);

describe("which forms a thousand lines may hold", () => {
  bench(
    "one look",
    turn(log, (text) => {
      line.set(text);
      return line.lookFor(look);
    }),
  );
  bench(
    "a pattern per form",
    turn(lower, (line) => patterns.filter((pattern) => pattern.test(line)).length),
  );
});

process.on("exit", () => sum === 0 && console.log("nothing was read"));
