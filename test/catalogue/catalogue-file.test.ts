import { describe, expect, test } from "vitest";
import { readCatalogueFile } from "../../src/catalogue/catalogue-file.ts";
import { mergeCatalogue } from "../../src/catalogue/extend.ts";
import { catalogue } from "../../src/catalogue/index.ts";
import { filled } from "../../src/wording.ts";

/** `LINE: what is wrong` for each problem of a file, those of its rows beside the catalogue included. */
async function problemsOf(text: string, path: string): Promise<string[]> {
  const { file, problems } = await readCatalogueFile(text, path);
  return [...problems, ...mergeCatalogue(catalogue, file).problems].map(({ line, what }) => `${line}: ${filled(what)}`);
}

describe("JSON", () => {
  const good = `{
  "name": "acme-2",
  "cues": ["acme error"],
  "ignore": ["order"],
  "entries": [
    { "code": 20017, "name": "ACME_BUSY", "title": "busy" },
    {
      "code": 20018, "name": "ACME_GONE", "title": "gone", "cues": ["ACME-"]
    }
  ]
}`;

  test("has a name, cues for all of its codes, and a line for each", async () => {
    const { file, problems } = await readCatalogueFile(good, "C:\\x\\own.json");
    expect(problems).toEqual([]);
    expect(file.name).toBe("acme-2");
    expect(file.rows.map(({ line, override }) => [line, override.code, override.cues, override.ignore])).toEqual([
      [6, 20017, ["acme error"], ["order"]],
      [7, 20018, ["acme error", "ACME-"], ["order"]],
    ]);
  });

  test("is named after its file where it has no name", async () => {
    const { file } = await readCatalogueFile("[]", "C:\\x\\own.codes.json");
    expect(file.name).toBe("own.codes");
  });

  test("every mistake is told, each with its line", async () => {
    const text = `[
  { "code": 20017, "name": "ACME_BUSY", "title": "busy" },
  { "code": "20018",
    "name": "ACME GONE" },
  { "code": 20017, "name": "ACME_TWICE", "title": "t" },
  { "code": 20019, "name": "ACME_SILENT" },
  { "code": 7, "name": "ACME_SEVEN", "title": "t", "cues": ["#"] }
]`;
    expect(await problemsOf(text, "own.json")).toEqual([
      expect.stringMatching(/^3: entries\[1\]\.code: must be a whole number/),
      expect.stringMatching(/^4: entries\[1\]\.name: a name has letters/),
      "5: code 20017 is listed twice",
      "6: code 20019 is not in the catalogue, so it needs a name and a title",
      "7: code 7 has fewer than three digits, so each of its cues needs three letters",
    ]);
  });

  test("a mistake in the language is told with its line", async () => {
    expect(await problemsOf('[\n  { "code": 1,\n }\n]', "own.json")).toEqual([
      expect.stringMatching(/^3: is not JSON: /),
    ]);
  });

  test("the program's own name is taken", async () => {
    expect(await problemsOf('{ "name": "winsock", "entries": [] }', "own.json")).toEqual([
      "1: name: winsock is the name of the codes that the program knows",
    ]);
  });
});

test.each([
  [
    "JSON",
    "own.json",
    (rows: number) =>
      JSON.stringify(Array.from({ length: rows }, (_, at) => ({ code: at + 20_000, name: `A_${at}`, title: "t" }))),
  ],
  [
    "CSV",
    "own.csv",
    (rows: number) =>
      `code,name,title\n${Array.from({ length: rows }, (_, at) => `${at + 20_000},A_${at},t\n`).join("")}`,
  ],
])("%s has ten thousand codes at most", async (_what, path, write) => {
  expect(await problemsOf(write(10_000), path)).toEqual([]);
  expect(await problemsOf(write(10_001), path)).toEqual(["1: has more than 10000 codes"]);
});

test("keys of a prototype are fields like any other", async () => {
  const text = '[{ "code": 20017, "__proto__": {}, "name": "A_B", "title": "t" }, { "code": 20018, "constructor": 1 }]';
  expect(await problemsOf(text, "own.json")).toEqual([
    expect.stringMatching(/unknown field "__proto__"/),
    expect.stringMatching(/unknown field "constructor"/),
  ]);
  expect(await problemsOf("code,name,title,__proto__\n20017,A_B,t,x\n", "own.csv")).toEqual([
    expect.stringMatching(/unknown column __proto__/),
  ]);
});

describe("CSV", () => {
  test("has one code in a row, with texts for one or both languages", async () => {
    const text = [
      "\uFEFFcode,name,title_en,title_zh,meaning,category,cause,next,operations,cues,aliases",
      '20017,ACME_BUSY,"all licences, in use",许可证已用尽,"no licence',
      'is free",resource,peak hours,"`lic status`",connect|send,acme error|ACME-,ACME_FULL',
      "",
      "10061,,the broker is down,,,,,,,,",
    ].join("\r\n");
    const { file, problems } = await readCatalogueFile(text, "acme.CSV");
    expect(problems).toEqual([]);
    expect(file.rows).toEqual([
      {
        line: 2,
        override: {
          code: 20017,
          name: "ACME_BUSY",
          title: { en: "all licences, in use", zh: "许可证已用尽" },
          meaning: { en: "no licence\nis free", zh: "no licence\nis free" },
          category: "resource",
          advice: [
            {
              operations: ["connect", "send"],
              cause: { en: "peak hours", zh: "peak hours" },
              next: { en: "`lic status`", zh: "`lic status`" },
            },
          ],
          cues: ["acme error", "ACME-"],
          aliases: ["ACME_FULL"],
        },
      },
      { line: 5, override: { code: 10061, title: { en: "the broker is down", zh: "the broker is down" } } },
    ]);
  });

  test.each([
    ["an unknown column", "code,titel\n1,x\n", /^1: has the unknown column titel; known are code, name/],
    ["an open quote", 'code,name\n1,"x\n', /^2: is not CSV: /],
    [
      "a code that is none",
      "code,name,title\n20017,A_B,t\nx,A_C,t\n",
      /^3: entries\[1\]\.code: must be a whole number/,
    ],
    ["a cause without a next step", "code,cause\n10061,x\n", /^2: entries\[0\]\.advice\[0\]\.next: /],
  ])("%s is told with its line", async (_what, text, problem) => {
    expect(await problemsOf(text, "own.csv")).toEqual([expect.stringMatching(problem)]);
  });
});
