import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createCompletionCommand } from "../../src/commands/completion.ts";
import { runCommand } from "./run-command.ts";

test.each([
  ["bash", "complete -o bashdefault -o default -F _wsa_annotate wsa-annotate"],
  ["zsh", "compdef _wsa_annotate wsa-annotate"],
  ["fish", "complete -c wsa-annotate"],
  ["powershell", "Register-ArgumentCompleter -Native -CommandName wsa-annotate"],
])("%s gets its script", async (shell, line) => {
  expect((await runCommand(createCompletionCommand, ["completion", shell])).stdout).toContain(line);
});

test("without a name the shell is that of the environment", async () => {
  const named = await runCommand(createCompletionCommand, ["completion", "zsh"]);
  const found = await runCommand(createCompletionCommand, ["completion"], { env: { SHELL: "/usr/bin/zsh" } });
  expect(found.stdout).toBe(named.stdout);
});

test("an unknown shell is asked for", async () => {
  const { error } = await runCommand(createCompletionCommand, ["completion"], { env: { SHELL: "/bin/tcsh" } });
  expect(error).toMatchObject({ code: "usage", hint: expect.stringContaining("bash|zsh|fish|powershell") });
});

// A function stands in for the program: it answers with two commands, an option, and what it was asked.
const program = `wsa-annotate() { local IFS=' '; printf '%s\\n' report trend --since "asked: $*"; }`;

test.each([
  ["re", "report"],
  ["--s", "--since"],
  ["asked", "asked: --get-yargs-completions wsa-annotate --tz asked"],
  ["none", ""],
])("bash completes %j with %j, as the program says", async (word, expected) => {
  const { stdout: script } = await runCommand(createCompletionCommand, ["completion", "bash"]);
  const lines = [
    program,
    script,
    `COMP_WORDS=(wsa-annotate --tz ${word} report); COMP_CWORD=2; _wsa_annotate`,
    `printf '%s\\n' "\${COMPREPLY[@]}"`,
  ];
  expect(execFileSync("bash", ["--norc", "-c", lines.join("\n")], { encoding: "utf8" })).toBe(`${expected}\n`);
});
