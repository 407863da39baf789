import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codes } from "../../../src/recognise/codes.ts";
import { message } from "../../../src/recognise/forms/message.ts";
import { Line } from "../../../src/recognise/line.ts";
import { languages } from "../../../src/recognise/messages/index.ts";
import type { MessageRow, Messages } from "../../../src/recognise/messages/messages.ts";
import { spellingsOf } from "../../../src/recognise/messages/spellings.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

interface Fragment {
  readonly code: number;
  readonly text: string;
}

const all: readonly Fragment[] = Object.values(languages).flatMap(({ certain, likely }) =>
  [...certain, ...likely].flatMap(fragmentsOf),
);

describe.each(Object.entries(languages))("the table of %s", (_, { certain, likely }) => {
  const fragments = [...certain, ...likely].flatMap(fragmentsOf);

  test("names codes of the catalogue only, in ascending order", () => {
    expect(fragments.filter(({ code }) => !codes.has(code))).toEqual([]);
    for (const rows of [certain, likely]) {
      const listed = rows.map(([code]) => code);
      expect(listed).toEqual(listed.toSorted((a, b) => a - b));
    }
  });

  test("has no fragment that is too short to be distinctive", () => {
    const isShort = ({ text }: Fragment) => text.length < (/[\u3040-\ud7af]/.test(text) ? 4 : 12);
    expect(fragments.filter(isShort)).toEqual([]);
    expect(certain.flatMap(fragmentsOf).filter(({ text }) => toBytes(text).length < 15)).toEqual([]);
  });
});

const whole = Object.entries<Messages>(languages).filter(([, { isPartial }]) => !isPartial);

test.each(whole)("the table of %s has the sentences of the most frequent errors", (_, { certain, likely }) => {
  const frequent = [10004, 10013, 10048, 10049, 10051, 10053, 10054, 10060, 10061, 11001, 11004];
  const known = new Set([...certain, ...likely].map(([code]) => code));
  expect(frequent.filter((code) => !known.has(code))).toEqual([]);
});

test("no fragment stands for two codes, and none is part of another code's fragment", () => {
  const clashes = all.flatMap((one) =>
    all
      .filter((other) => other.code !== one.code && squeeze(other.text).includes(squeeze(one.text)))
      .map((other) => [one, other]),
  );
  expect(clashes).toEqual([]);
});

test("no fragment is part of another code's, in capitals and without marks either", () => {
  const spelled = Object.values<Messages>(languages).flatMap((table) =>
    [...table.certain, ...table.likely].flatMap(([code, ...texts]) =>
      texts.flatMap((text) => spellingsOf(text, table).map((spelling) => ({ code, text: squeeze(spelling) }))),
    ),
  );
  const clashes = spelled.flatMap((one) =>
    spelled.filter((other) => other.code !== one.code && other.text.includes(one.text)).map((other) => [one, other]),
  );
  expect(clashes).toEqual([]);
});

test("the fragments of a sentence give its code alone, in whatever order a line has them", () => {
  const rows = Object.values<Messages>(languages).flatMap(({ certain, likely }) => [...certain, ...likely]);
  for (const [code, ...texts] of rows) {
    for (const line of [texts.join(" "), texts.toReversed().join(", ")]) {
      const found = message.find(new Line(toBytes(`socket: ${line}`)), {}).map((match) => match.code);
      expect([line, [...new Set(found)]]).toEqual([line, [code]]);
    }
  }
});

/** Beginnings that the sentences of several codes share: no fragment may be one of them, or part of one. */
const shared = [
  "Bei einem Socketvorgang",
  "A socket operation was attempted to an unreachable",
  "A request to send or receive data was disallowed because",
  "A connection attempt failed because the",
  "Une opération de socket a été tentée sur un",
  "Se ha intentado una operación de socket en",
  "Tentativo di operazione del socket verso un",
  "Сделана попытка выполнить операцию на",
  "Próba wykonania operacji gniazda na",
  "Uma operação de soquete foi tentada em",
  "套接字操作",
  "通訊端操作",
];

test.each(shared)("no fragment is as vague as what several codes begin with: %s", (beginning) => {
  expect(message.find(new Line(toBytes(`socket: ${beginning}`)), {})).toEqual([]);
});

test("literals are distinct lower-case byte strings of three bytes or more", () => {
  expect(new Set(message.literals).size).toBe(message.literals.length);
  expect(message.literals.filter((text) => text.length < 3 || /[A-Z\u0100-\uffff]/.test(text))).toEqual([]);
});

test("every fragment holds a literal, as it is and as JSON escapes it", () => {
  const asJson = (text: string) =>
    text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const isSeen = (text: string) => message.literals.some((literal) => text.includes(literal));
  const unseen = all.filter(({ text }) => !isSeen(toBytes(lower(text))) || !isSeen(lower(asJson(text))));
  expect(unseen).toEqual([]);
});

const corpus = ["dev.jsonl", "dev2.jsonl", "tables.jsonl", "tables2.jsonl"].map(
  (file) => new URL(`../../../../shared/corpus/${file}`, import.meta.url),
);
const isHere = corpus.every((url) => existsSync(url));
if (!isHere) console.warn("the corpus of labelled lines is absent: its sentences are not scored");

test.skipIf(!isHere)("on labelled lines almost every sentence is found and none where there is none", () => {
  const rows = corpus.flatMap((url) => readFileSync(url, "utf8").split("\n").filter(Boolean).map(parseRow));
  const missed: unknown[] = [];
  const wrong: unknown[] = [];
  let hits = 0;
  for (const { line, expect: labels, ambiguous } of rows) {
    if (ambiguous) continue;
    const got = new Set(message.find(new Line(toBytes(line)), {}).map(({ code }) => code));
    const named = new Set(labels.filter(({ form }) => form !== "message").map(({ code }) => code));
    for (const { code, form } of labels) {
      if (form !== "message" || named.has(code)) continue;
      if (got.has(code)) hits++;
      else missed.push([code, line]);
    }
    const labelled = new Set(labels.map(({ code }) => code));
    for (const code of got) if (!labelled.has(code)) wrong.push([code, line]);
  }
  expect(wrong).toEqual([]);
  expect(missed.length / (hits + missed.length), JSON.stringify(missed)).toBeLessThanOrEqual(0.03);
});

interface Labelled {
  readonly line: string;
  readonly ambiguous: boolean;
  readonly expect: readonly { readonly code: number; readonly form: string }[];
}

function parseRow(text: string): Labelled {
  return JSON.parse(text) as Labelled;
}

function fragmentsOf([code, ...texts]: MessageRow): readonly Fragment[] {
  return texts.map((text) => ({ code, text }));
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(" ", "");
}
