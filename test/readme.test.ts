import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { examplesOf, Place } from "./console.ts";
import { run } from "./program.ts";

const README = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");

/** The commands of all `console` blocks, in order. */
const examples = [...README.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = ""]) => examplesOf(block));

describe("the README", () => {
  test("shows what its commands print, run one after the other in a fresh place", (context) => {
    if (process.platform === "win32") return context.skip("its examples are written for a POSIX shell");
    const place = new Place();
    place.addFixtures();
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) place.expectExample(example);
  });

  test("names every command, and no option that --help does not have", async () => {
    const { stdout } = await run(["--help"]);
    const [, list = ""] = /^Commands:$(.*?)^$/ms.exec(stdout) ?? [];
    const commands = [...list.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1] as string);
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((command) => !new RegExp(`\`wsa-annotate \\[?${command}\\b`).test(README))).toEqual([]);
    const helps = await Promise.all(commands.map(async (command) => (await run([command, "--help"])).stdout));
    const options = helps.flatMap((help) =>
      [...help.matchAll(/(?<=^ +(?:-\w, )?)--[a-z-]+/gm)].map(([option]) => option),
    );
    const named = [...README.matchAll(/(?<=`)--[a-z-]+/g)].map(([option]) => option);
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((option) => !options.includes(option) && !options.includes(option.replace("--no-", "--"))),
    ).toEqual([]);
  });

  test("fits on few pages", () => {
    expect(README.trimEnd().split("\n").length).toBeLessThan(250);
  });
});
