import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createAnnotateCommand } from "../../src/commands/annotate.ts";
import { stringWidth } from "../../src/text/string-width.ts";
import { runCommand } from "../commands/run-command.ts";

const annotate = async (args: readonly string[], input: string, columns?: number) =>
  (await runCommand(createAnnotateCommand, ["annotate", "--no-store", ...args], { input, ...(columns && { columns }) }))
    .stdout;

/** A text between the escapes that turn bold on and off, in any colour. */
const bold = /\x1b\[1m\x1b\[\d+m([^\x1b]+)\x1b\[39m\x1b\[22m/g;

test.each(["inline", "suffix", "below"])("%s highlights every spelling of a code, and no other word", async (style) => {
  const log = "error 10061 在 WSAECONNRESET: 10061 jobs done\nall is well\n";
  const colored = await annotate(["--color", "always", "--style", style], log);
  expect([...colored.matchAll(bold)].map(([, spelling]) => spelling)).toEqual(["10061", "WSAECONNRESET"]);
  const plain = await annotate(["--color", "never", "--style", style], log);
  expect(stripVTControlCharacters(colored)).toBe(plain);
  expect(plain).not.toContain("\x1b");
});

test("advice is in the colour of text, the name of the code in its own", async () => {
  const [, label, cause, next] = (await annotate(["--color", "always", "--style", "below"], "error 10061\n")).split(
    "\n",
  );
  expect(label).toMatch(/^\x1b\[\d+m {2}└ WSAECONNREFUSED: .*\x1b\[39m$/);
  expect(`${cause}${next}`).not.toContain("\x1b");
});

test.each(["en", "zh"])("explanations below a line fit the terminal, with a hanging indent (%s)", async (language) => {
  const args = ["--style", "below", "--lang", language, "--color", "never"];
  const lines = (await annotate(args, "connect: error 10061\n", 50)).trimEnd().split("\n").slice(1);
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(50);
  expect(lines.filter((line) => /^ {4}\S/.test(line))).toHaveLength(2);
  expect(lines.filter((line) => /^ {6}\S/.test(line))).toHaveLength(lines.length - 3);
  expect((await annotate(args, "connect: error 10061\n")).trimEnd().split("\n")).toHaveLength(4);
});
