import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";

/** What the README says can be added, and how the name of the test begins that adds one. */
const proofs: Readonly<Record<string, string>> = {
  "form of a code": "another form",
  "language of the system's sentences": "another language of the system's sentences",
  "time format": "another time format",
  "style of annotation": "another style",
  source: "another kind of source",
  store: "another kind of store",
  "report format": "another format",
  "language of the program": "another language of the program",
  command: "another command",
  code: "another code",
};

const folder = new URL("./", import.meta.url);
const readme = readFileSync(new URL("../README.md", folder), "utf8");

test("the README says where to add each of these, and nothing else", () => {
  const [, table = ""] = /^### Where do I add …\?$.*?^\| --- .*?\n(.*?)^$/ms.exec(readme) ?? [];
  const things = [...table.matchAll(/^\| (.*?) \|/gm)].map((match) => match[1]);
  expect(things.sort()).toEqual(Object.keys(proofs).sort());
});

test.each(Object.entries(proofs))("a test adds one: %s", (_thing, words) => {
  const named = new RegExp(`^\\s*test\\("${words}\\b`, "m");
  const files = globSync("**/*.test.ts", { cwd: folder, ignore: "where-to-add.test.ts" });
  expect(files.filter((path) => named.test(readFileSync(new URL(path, folder), "utf8")))).not.toEqual([]);
});
