import { existsSync } from "node:fs";
import yargs, { type Argv, type CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { type Io, STANDARD_INPUT } from "../terminal/io.ts";
import { version } from "../version.ts";
import { commands } from "./index.ts";
import { type KnownOptions, misspelledCommand, usageError } from "./usage-error.ts";

const DEFAULT = "annotate";

/** Runs one command line; rejects with a WsaError when its arguments are wrong. */
export async function runCommand(io: Io, args: readonly string[]): Promise<void> {
  const names = Object.keys(commands);
  const [first = ""] = args;
  const misspelled = names.includes(first) || existsSync(first) ? null : misspelledCommand(first, names);
  if (misspelled !== null) throw misspelled;
  const program = createProgram(io, names.includes(first) ? first : null);
  for (const name of wantedBy(args)) program.command((await commands[name]?.())?.(io) as CommandModule);
  // yargs loses a lone "-" among positionals, so it travels under another name.
  await program.parseAsync(args.map((arg) => (arg === "-" ? STANDARD_INPUT : arg)));
}

/** The command that the line begins with, else those that it may mean; all of them for help and completions. */
function wantedBy(args: readonly string[]): readonly string[] {
  const names = Object.keys(commands);
  if (names.includes(args[0] ?? "")) return [args[0] as string];
  if (args.some((arg) => /^(?:help|--h.*|-\w*h|--get-yargs-completions)$/.test(arg))) return names;
  return names.filter((name) => name === DEFAULT || args.includes(name));
}

function createProgram(io: Io, command: string | null): Argv {
  const program = yargs([])
    .scriptName("wsa-annotate")
    .usage("$0 [command]\n\nFinds Winsock error codes in any log, explains them in place, and counts them.")
    .option("debug", {
      type: "boolean",
      hidden: true,
      describe: "Show where an error comes from, and how much was searched",
    })
    .strict()
    .parserConfiguration({ "camel-case-expansion": true, "strip-aliased": true, "duplicate-arguments-array": true })
    .check(refuseRepeats)
    .exitProcess(false)
    .showHelpOnFail(false)
    .version(version)
    .alias("version", "V")
    .alias("help", "h")
    .wrap(Math.min(100, io.stdout.columns ?? 100))
    .locale("en")
    .fail((message, error) => {
      if (error && error.name !== "YError") throw error;
      // What the types of yargs leave out.
      const known = (program as unknown as { getOptions(): KnownOptions }).getOptions();
      throw usageError(message ?? error?.message, command, known);
    });
  withoutSpareHelp(program);
  return program;
}

/** yargs would write the help of every command that runs, in case somebody asks for it afterwards. */
function withoutSpareHelp(program: Argv): void {
  const inner = program as unknown as { getInternalMethods(): { getUsageInstance(): { cacheHelpMessage(): void } } };
  inner.getInternalMethods().getUsageInstance().cacheHelpMessage = () => undefined;
}

/** Refuses an option that takes one value (they all have `requiresArg`) and was given several, which yargs makes a list. */
function refuseRepeats(args: Readonly<Record<string, unknown>>, options: unknown): true {
  const { array, narg } = options as {
    readonly array: readonly string[];
    readonly narg: Readonly<Record<string, number>>;
  };
  const repeated = Object.keys(narg).find((key) => Array.isArray(args[key]) && !array.includes(key));
  if (repeated === undefined) return true;
  throw new WsaError("usage", `--${repeated}`, "given more than once", { hint: "give it one value" });
}
