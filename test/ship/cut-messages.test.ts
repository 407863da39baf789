import fc from "fast-check";
import { expect, test } from "vitest";
import { cutMessages, planMessages } from "../../src/ship/cut-messages.ts";

const lines = fc.array(
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll("\n", "")),
  { maxLength: 30 },
);

/** Cuts a text anywhere. */
function chunks(text: string, at: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const places = [0, ...at.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.subarray(places[i], end));
}

async function cut(pieces: readonly Buffer[], from: number, ends: readonly number[]) {
  const messages: { readonly offset: number; readonly text: string }[] = [];
  for await (const { offset, bytes } of cutMessages(pieces, from, ends))
    messages.push({ offset, text: Buffer.from(bytes).toString("latin1") });
  return messages;
}

test("messages are as many whole lines as fit, however the bytes come", async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat()), fc.array(fc.nat()), fc.nat(1000), async (some, one, other, from) => {
      const text = some.map((line) => `${line}\n`).join("");
      const bytes = Buffer.from(text).toString("latin1");
      const ends = await planMessages(chunks(text, one), from, 40);
      const messages = await cut(chunks(text, other), from, ends);
      expect(messages.map((message) => message.text).join("")).toBe(bytes);
      expect(messages.map(({ offset, text: { length } }) => offset + length)).toEqual(ends);
      for (const [i, message] of messages.entries()) {
        expect(message.text.length).toBeLessThanOrEqual(40);
        const next = messages[i + 1];
        // Another line would not have fitted, and only a line that is too long is cut.
        if (next !== undefined) expect(message.text.length + next.text.indexOf("\n") + 1).toBeGreaterThan(40);
        if (!message.text.endsWith("\n")) expect(message.text.length).toBe(40);
      }
    }),
  );
});

test("a line that does not fit is cut, and the one before it is not", async () => {
  const text = `short\n${"x".repeat(25)}\nend\n`;
  const ends = await planMessages([Buffer.from(text)], 0, 10);
  expect((await cut([Buffer.from(text)], 0, ends)).map((message) => message.text)).toEqual([
    "short\n",
    "x".repeat(10),
    "x".repeat(10),
    `${"x".repeat(5)}\nend\n`,
  ]);
});
