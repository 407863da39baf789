import { expect, test } from "vitest";
import { type GenerationRow, toGeneration } from "../../src/store/queries/generation-row.ts";

const row: GenerationRow = {
  ...{ id: 1, host: "web-1", name: "app.log", replaces: null, time: null, lines: 2, position: 80 },
  ...{ head_bytes: 80, head_hash: "a1", window_bytes: 80, window_hash: "b2", resume: null },
  milestones: '[[48,"c3"],[16,"d4"]]',
  unfinished: '{"minutes":[{"minute":0,"code":10054,"n":1}],"endpoints":[],"operations":[]}',
};

test("a generation is read from its row", () => {
  expect(toGeneration(row)).toMatchObject({
    milestones: [
      { position: 48, hash: "c3" },
      { position: 16, hash: "d4" },
    ],
    unfinished: { minutes: [{ minute: 0, code: 10054, n: 1 }] },
  });
});

const shapes = [
  "",
  "{",
  "null",
  "1",
  '"x"',
  "{}",
  "[1]",
  "[null]",
  "[{}]",
  '[["48","c3"]]',
  "[[48]]",
  '{"minutes":{}}',
];

test.each<[column: string, value: string]>([
  ...["milestones", "unfinished", "resume"].flatMap((column) =>
    shapes.map((value): [string, string] => [column, value]),
  ),
  ["milestones", '{"minutes":[],"endpoints":[],"operations":[]}'],
  ["unfinished", '{"minutes":[{}],"endpoints":[],"operations":[]}'],
  ["unfinished", '{"minutes":[],"endpoints":[null],"operations":[]}'],
  ["unfinished", '{"minutes":[],"endpoints":[],"operations":[{"n":"1"}]}'],
  ["unfinished", "[]"],
])("%s of another shape, %j, is damage and no bug", (column, value) => {
  expect(() => toGeneration({ ...row, [column]: value })).toThrow(expect.objectContaining({ code: "SQLITE_CORRUPT" }));
});
