import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { runCommand } from "../../src/commands/run-command.ts";
import { silentIo } from "../silent-io.ts";

const names = Object.keys(commands);

async function help(...args: readonly string[]): Promise<string> {
  const io = silentIo();
  await runCommand(io, args);
  return io.written();
}

test("the help about everything is short, and has each command with a line", async () => {
  const text = await help("--help");
  for (const name of names) expect(text).toMatch(new RegExp(`^  ${name}\\b.* \\S`, "m"));
  expect(text).not.toContain("--style");
  expect(text.split("\n").length).toBeLessThan(40);
  expect(await help("-h")).toBe(text);
  expect(await help("help")).toBe(text);
});

test.each(names)("the help of %s fits 80 columns and has no types", async (name) => {
  const text = await help(name, "--help");
  const [examples = ""] = /^Examples:$.*?^$/ms.exec(text) ?? [];
  // Examples are for copying, so they are not broken.
  const lines = text.replace(examples, "").split("\n");
  expect(lines.filter(({ length }) => length > 80)).toEqual([]);
  expect(text).not.toMatch(/\[(?:string|boolean|array|number)\]/);
  expect(examples).toMatch(/^ {2}\S/m);
  expect(await help("help", name)).toBe(text);
});

test("an option shows its choices and its default behind what it does", async () => {
  const text = (await help("annotate", "--help")).replace(/\s+/g, " ");
  expect(text).toContain(
    "--style VALUE Explain behind the code, at the end of the line, or in lines below it (inline,",
  );
  expect(text).toContain("(inline, suffix, below; default: inline)");
  expect(text).toContain("-f, --follow Go on as the logs grow");
});

test("what stands behind -- is no request for help", async () => {
  expect(await help("explain", "--", "--help")).not.toContain("Options:");
});
