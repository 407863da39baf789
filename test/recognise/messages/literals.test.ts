import { expect, test } from "vitest";
import { message } from "../../../src/recognise/forms/message.ts";
import { Line } from "../../../src/recognise/line.ts";
import { languages } from "../../../src/recognise/messages/index.ts";
import { literalsOf } from "../../../src/recognise/messages/literals.ts";
import { FREQUENT, type Messages } from "../../../src/recognise/messages/messages.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

const fragments = Object.values<Messages>(languages).flatMap(({ certain }) =>
  certain.flatMap(([code, ...texts]) => texts.map((text) => ({ code, text }))),
);

const unseen = (code: number, spellings: readonly string[]): readonly string[] =>
  spellings.filter((text) => message.find(new Line(toBytes(text)), {}).every((match) => match.code !== code));

// Where two literals without a common blank fit: twelve bytes before and behind each blank of the first one.
test("a long fragment is found when it is wrapped between any two words", () => {
  const long = fragments.filter(({ text }) => text.length >= 30 && /^[\0-\u04ff]*$/.test(text));
  expect(long.length).toBeGreaterThan(200);
  const lost = long.flatMap(({ code, text }) => {
    const wraps = [...text.matchAll(/ /g)].map(
      ({ index }) => `${text.slice(0, index)}\r\n    ${text.slice(index + 1)}`,
    );
    return unseen(code, wraps);
  });
  expect(lost).toEqual([]);
});

test("a Chinese, Japanese or Korean fragment is found with a blank anywhere", () => {
  const wide = fragments.filter(({ text }) => /^[\u2e80-\uffef]*$/.test(text));
  expect(wide.length).toBeGreaterThan(100);
  const lost = wide.flatMap(({ code, text }) => {
    const broken = Array.from({ length: text.length - 1 }, (_, at) => `${text.slice(0, at + 1)} ${text.slice(at + 1)}`);
    return unseen(code, broken);
  });
  expect(lost).toEqual([]);
});

test("a frequent sentence is found with all its blanks doubled", () => {
  const frequent = fragments.filter(({ code, text }) => FREQUENT.has(code) && /^[\0-\u024f]*$/.test(text));
  expect(frequent.flatMap(({ code, text }) => unseen(code, [text.replaceAll(" ", "  ")]))).toEqual([]);
});

test("a fragment has two literals at most on average: the sieve pays for each of them", () => {
  const tables = Object.values<Messages>(languages);
  const rows = tables.flatMap(({ certain, likely }) => [...certain, ...likely]);
  expect(literalsOf(tables).length).toBeLessThanOrEqual(2 * rows.flatMap(([, ...texts]) => texts).length);
});
