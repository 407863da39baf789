import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as library from "../../src/index.ts";
import { FIXTURES, temporaryFolder } from "../program.ts";

const INDEX = new URL("../../dist/index.js", import.meta.url).href;
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** Each example, and what it prints: the comments at its end. */
const examples = [...readme.matchAll(/^```js\n([\s\S]*?)((?:^\/\/ .*\n)+)```$/gm)].map(
  ([, code = "", output = ""]) => ({
    code,
    output: output.replace(/^\/\/ /gm, ""),
  }),
);

test("the README has three examples for programmers", () => {
  expect(examples).toHaveLength(3);
});

test.each(examples)("the README's example prints what it says: $output", ({ code, output }) => {
  const folder = temporaryFolder();
  cpSync(FIXTURES, join(folder, "fixtures"), { recursive: true });
  const script = join(folder, "example.mjs");
  writeFileSync(script, code.replaceAll('"wsa-annotate"', JSON.stringify(INDEX)));
  // The log's own lines end in CR LF.
  const printed = execFileSync(process.execPath, [script], { cwd: folder, encoding: "utf8" }).replaceAll("\r\n", "\n");
  expect(printed).toBe(output);
});

test("every function has an example beside it", () => {
  const files = ["annotate-stream", "annotate-text", "explain", "find-codes", "ingest-paths", "open-handle", "report"];
  const text = files
    .map((name) => readFileSync(new URL(`../../src/library/${name}.ts`, import.meta.url), "utf8"))
    .join();
  const functions = Object.entries(library).filter(
    ([name, value]) => /^[a-z]/.test(name) && typeof value === "function",
  );
  expect(functions.length).toBeGreaterThan(6);
  for (const [name] of functions.filter(([name]) => !CATALOGUE.includes(name)))
    expect(text).toMatch(new RegExp(`@example\\n(?: \\* .*\\n)*? \\* .*\\b${name}\\(`));
});

/** Their examples are the catalogue's own tests. */
const CATALOGUE = ["adviceFor", "createCatalogue", "fillIn"];
