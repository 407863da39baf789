import { expect, test, vi } from "vitest";
import type { CommandModule } from "yargs";
import { runCommand } from "../../src/commands/run-command.ts";
import { type Io, raise } from "../../src/terminal/io.ts";
import { silentIo } from "../silent-io.ts";

// The list as it is, with one more command.
vi.mock("../../src/commands/index.ts", async (importOriginal) => {
  const create = (io: Io): CommandModule => ({
    command: "another <times>",
    describe: "Say it as often as you like",
    builder: (yargs) =>
      yargs
        .positional("times", { type: "number" })
        .option("loud", { type: "boolean", describe: "Say it loudly" })
        .example("$0 another 3 --loud", "three times"),
    handler: ({ times, loud }) => {
      io.stdout.write(`${loud === true ? "ANOTHER" : "another"}\n`.repeat(Number(times)));
      if (Number(times) === 0) raise(io, 1);
    },
  });
  const { commands } = await importOriginal<typeof import("../../src/commands/index.ts")>();
  return { commands: { ...commands, another: async () => create } };
});

async function run(...args: readonly string[]) {
  const io = silentIo();
  await runCommand(io, args);
  return { stdout: io.written(), exitCode: io.exitCode };
}

test("another command runs with its arguments and its exit code", async () => {
  expect(await run("another", "2", "--loud")).toEqual({ stdout: "ANOTHER\nANOTHER\n", exitCode: 0 });
  expect(await run("another", "0")).toEqual({ stdout: "", exitCode: 1 });
  await expect(run("another", "1", "--quiet")).rejects.toMatchObject({ name: "WsaError", code: "usage" });
});

test("another command is in the help, and has its own", async () => {
  expect((await run("--help")).stdout).toMatch(/^ {2}another <times> +Say it as often as you like$/m);
  const { stdout } = await run("another", "--help");
  expect(stdout).toMatch(/--loud\s+Say it loudly/);
  expect(stdout).toContain("wsa-annotate another 3 --loud");
});
