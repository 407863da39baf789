import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { completionScripts, type Shell } from "../terminal/completion-scripts.ts";
import { type Io, write } from "../terminal/io.ts";
import { say } from "../wording.ts";

/** `completion`: prints what makes a shell complete commands, options and their values. */
export function createCompletionCommand(io: Io): CommandModule {
  return {
    command: "completion [shell]",
    describe: "Print a script that completes commands in your shell",
    builder: (yargs: Argv) =>
      yargs
        .positional("shell", { choices: shells, describe: "Which shell", defaultDescription: "from $SHELL" })
        .example("source <($0 completion bash)", "in ~/.bashrc")
        .example("source <($0 completion zsh)", "in ~/.zshrc, after compinit")
        .example("$0 completion fish | source", "in ~/.config/fish/config.fish")
        .example("$0 completion powershell | Out-String | Invoke-Expression", "in $PROFILE") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<{ readonly shell?: Shell }>),
  };
}

const shells = Object.keys(completionScripts) as readonly Shell[];

async function run(io: Io, { shell }: { readonly shell?: Shell }): Promise<void> {
  await write(io.stdout, completionScripts[shell ?? currentShell(io)]);
}

function currentShell({ env, platform }: Io): Shell {
  const path = env["SHELL"] ?? (platform === "win32" ? "powershell" : "");
  const found = shells.find((shell) => path.replace(/\.exe$/i, "").endsWith(shell));
  if (found !== undefined) return found;
  throw new WsaError("usage", "completion", say`the environment does not show which shell this is`, {
    hint: say`name it: wsa-annotate completion ${shells.join("|")}`,
  });
}
