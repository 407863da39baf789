import { expect, test } from "vitest";
import { recognisers } from "../../src/recognise/forms/index.ts";
import { languages } from "../../src/recognise/messages/index.ts";
import { run } from "../program.ts";

// A stage in front of a recogniser can drop what the recogniser alone would find: so every sample and every sentence
// goes through the program as it is built, all lines of one encoding as one log.

interface Line {
  readonly text: string;
  readonly code: number;
  readonly form: string;
}

/** Forms whose names are spelled in their own case alone are absent. */
const ofAnyCase = new Set(["macro", "ntstatus", "hresult", "signed", "hex", "decimal", "message"]);

/** Sample lines are byte strings. */
const samples: readonly Line[] = recognisers.flatMap(({ form, samples: { match } }) =>
  match.flatMap(([line, ...codes]) => {
    const text = Buffer.from(line, "latin1").toString();
    const cases = ofAnyCase.has(form) ? inEveryCase(text) : [text];
    return cases.flatMap((cased) => codes.map((code) => ({ text: cased, code, form })));
  }),
);

test("every sample of every form is found by the built program", async () => {
  expect(await missed(samples, "utf-8")).toEqual([]);
});

test("every sentence of every language is found by the built program", async () => {
  expect(await missed(Object.keys(languages).flatMap(sentencesOf), "utf-8")).toEqual([]);
});

test.each<[encoding: string, ...tags: (keyof typeof languages)[]]>([
  ["1250", "pl", "cs", "hu"],
  ["1251", "ru"],
  ["1252", "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da"],
  ["1254", "tr"],
  ["866", "ru"],
  ["koi8-r", "ru"],
  ["gb18030", "zh-hans"],
  ["gbk", "zh-hans"],
  ["big5", "zh-hant"],
  ["shift_jis", "ja"],
  ["euc-jp", "ja"],
  ["euc-kr", "ko"],
  ["utf-16le", "en", "ru", "ja", "tr"],
])("every sentence is found in a log in --encoding %s", async (encoding, ...tags) => {
  expect(await missed(tags.flatMap(sentencesOf), encoding)).toEqual([]);
});

/** A line for each fragment, in every case. */
function sentencesOf(tag: string): readonly Line[] {
  const table = languages[tag as keyof typeof languages];
  return [...table.certain, ...table.likely].flatMap(([code, ...fragments]) =>
    fragments
      .flatMap(inEveryCase)
      .concat(tag === "tr" ? fragments.map((fragment) => fragment.toLocaleUpperCase("tr")) : [])
      .map((text) => ({ text: `socket: ${text}`, code, form: "message" })),
  );
}

function inEveryCase(text: string): readonly string[] {
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])];
}

/** The lines for which the program does not report the code in the form. */
async function missed(lines: readonly Line[], encoding: string): Promise<readonly Line[]> {
  const encode = encoderOf(encoding);
  const input = Buffer.concat(lines.map(({ text }) => encode(`${text}\n`)));
  const args = ["annotate", "--no-store", "--format", "json", "--posix-names", "--encoding", encoding];
  const { stdout, stderr, code } = await run(args, { input });
  expect([code, stderr]).toEqual([0, ""]);
  const found = new Map<number, string[]>();
  for (const row of stdout.split("\n").filter(Boolean)) {
    const { line, findings } = JSON.parse(row) as { line: number; findings: readonly Omit<Line, "text">[] };
    found.set(
      line,
      findings.map((finding) => `${finding.code} ${finding.form}`),
    );
  }
  return lines.filter(({ code, form }, at) => !found.get(at + 1)?.includes(`${code} ${form}`));
}

/** Writes text in an encoding, by reading all its characters of one and two bytes; throws for a character that it lacks. */
function encoderOf(encoding: string): (text: string) => Buffer {
  if (encoding === "utf-8" || encoding === "utf-16le") return (text) => Buffer.from(text, encoding);
  const decoder = new TextDecoder(CODE_PAGES[encoding] ?? encoding);
  const bytesOf = new Map<string, readonly number[]>();
  for (let lead = 0xff; lead >= 0; lead--) {
    const single = decoder.decode(Uint8Array.of(lead));
    if (single.length === 1 && single !== "\ufffd") bytesOf.set(single, [lead]);
    for (let trail = 0xff; lead >= 0x80 && trail >= 0x40; trail--) {
      const pair = decoder.decode(Uint8Array.of(lead, trail));
      if (pair.length === 1 && pair !== "\ufffd") bytesOf.set(pair, [lead, trail]);
    }
  }
  return (text) =>
    Buffer.from(
      [...text].flatMap((letter) => {
        const bytes = bytesOf.get(letter);
        if (bytes === undefined) throw new Error(`${encoding} has no ${letter}`);
        return bytes;
      }),
    );
}

const CODE_PAGES: Readonly<Record<string, string>> = {
  "1250": "windows-1250",
  "1251": "windows-1251",
  "1252": "windows-1252",
  "1254": "windows-1254",
  "866": "ibm866",
};
