import { existsSync } from "node:fs";
import yargs, { type Argv, type CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { type Io, STANDARD_INPUT, widthOf, write } from "../terminal/io.ts";
import { version } from "../version.ts";
import { say } from "../wording.ts";
import { completeValues } from "./complete-values.ts";
import { commands } from "./index.ts";
import { langOption } from "./options/language.ts";
import { type KnownOptions, misspelledCommand, usageError } from "./usage-error.ts";

const DEFAULT = "annotate";

/** Runs one command line; rejects with a WsaError when its arguments are wrong. */
export async function runCommand(io: Io, args: readonly string[]): Promise<void> {
  const names = Object.keys(commands);
  const [first = ""] = args;
  if (first === COMPLETIONS) {
    const values = await completeValues(io, args.slice(1));
    if (values !== null) return await write(io.stdout, values.map((value) => `${value}\n`).join(""));
  }
  // No command has to be loaded for it.
  if (["--version", "-V"].includes(first)) return await write(io.stdout, `${version}\n`);
  const topic = topicOf(args, names);
  if (topic !== undefined) return await write(io.stdout, await helpFor(io, topic));
  const misspelled = names.includes(first) || existsSync(first) ? null : misspelledCommand(first, names);
  if (misspelled !== null) throw misspelled;
  const program = createProgram(names.includes(first) ? first : null);
  for (const name of wantedBy(args)) program.command(await commandOf(io, name));
  // yargs loses a lone "-" among positionals, so it travels under another name.
  await program.parseAsync(args.map((arg) => (arg === "-" ? STANDARD_INPUT : arg)));
}

const COMPLETIONS = "--get-yargs-completions";

/** `help man` writes the manual page: `wsa-annotate help man | man -l -`. */
const MANUAL = "man";

/** The command whose help is asked for, null for the help of the program as a whole; undefined where none is. */
function topicOf(args: readonly string[], names: readonly string[]): string | null | undefined {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const [first = "", second = ""] = options;
  const isWord = first === "help" && !existsSync(first);
  if (!isWord && !options.includes("--help") && !options.includes("-h")) return undefined;
  const topic = isWord ? second : first;
  return names.includes(topic) || (isWord && topic === MANUAL) ? topic : null;
}

/** The help of a command, or of the program as a whole. */
async function helpFor(io: Io, name: string | null): Promise<string> {
  if (name === MANUAL) return await (await import("./man-page.ts")).manPage(version);
  const width = Math.min(80, widthOf(io.stdout));
  const [{ helpPageOf }, { helpText, overviewOf }] = await Promise.all([
    import("./help-page.ts"),
    import("./help-text.ts"),
  ]);
  if (name !== null) return helpText(helpPageOf(await commandOf(io, name)), io.lang, width);
  const all = await Promise.all(Object.keys(commands).map((each) => commandOf(io, each)));
  return helpText(overviewOf(all.map(helpPageOf)), io.lang, width);
}

async function commandOf(io: Io, name: string): Promise<CommandModule> {
  return (await commands[name]?.())?.(io) as CommandModule;
}

/** The command that the line begins with, else those that it may mean; all of them for completions. */
function wantedBy(args: readonly string[]): readonly string[] {
  const names = Object.keys(commands);
  if (names.includes(args[0] ?? "")) return [args[0] as string];
  if (args[0] === COMPLETIONS) return names;
  return names.filter((name) => name === DEFAULT || args.includes(name));
}

function createProgram(command: string | null): Argv {
  const program = yargs([])
    .scriptName("wsa-annotate")
    .option("debug", {
      type: "boolean",
      hidden: true,
      describe: "Show where an error comes from, and how much was searched",
    })
    .option("lang", langOption)
    .strict()
    .parserConfiguration({ "camel-case-expansion": true, "strip-aliased": true, "duplicate-arguments-array": true })
    .check(refuseRepeats)
    .exitProcess(false)
    .showHelpOnFail(false)
    .version(version)
    .alias("version", "V")
    .alias("help", "h")
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
  throw new WsaError("usage", `--${repeated}`, say`given more than once`, { hint: say`give it one value` });
}
