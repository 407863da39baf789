// The commands, one file each: what it takes, its help, and what it does with an Io. To add one, copy trend.ts and
// list it below; test/commands/ asks for its help, its place in the README and its exit codes.
import yargs, { type Argv, type CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { version } from "../version.ts";
import { createAnnotateCommand } from "./annotate.ts";
import { createCompletionCommand } from "./completion.ts";
import { createExplainCommand } from "./explain.ts";
import { createIngestCommand } from "./ingest.ts";
import { type Io, STANDARD_INPUT } from "./io.ts";
import { createQueryCommand } from "./query.ts";
import { createReportCommand } from "./report.ts";
import { createServeCommand } from "./serve.ts";
import { createTrendCommand } from "./trend.ts";

/** Makes a command for the process that it runs in. */
export type CreateCommand = (io: Io) => CommandModule;

const commands: readonly CreateCommand[] = [
  createAnnotateCommand,
  createIngestCommand,
  createReportCommand,
  createTrendCommand,
  createServeCommand,
  createQueryCommand,
  createExplainCommand,
  createCompletionCommand,
];

/** Runs one command line; rejects with a WsaError when its arguments are wrong. */
export async function runCommand(io: Io, args: readonly string[]): Promise<void> {
  // yargs loses a lone "-" among positionals, so it travels under another name.
  await createProgram(io).parseAsync(args.map((arg) => (arg === "-" ? STANDARD_INPUT : arg)));
}

function createProgram(io: Io): Argv {
  const program = yargs([])
    .scriptName("wsa-annotate")
    .usage("$0 [command]\n\nFinds Winsock error codes in any log, explains them where they stand, and counts them.")
    .option("debug", { type: "boolean", hidden: true, describe: "Show where an error comes from" })
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
      throw new WsaError("usage", "command line", message ?? error?.message, { hint: "see wsa-annotate --help" });
    });
  for (const create of commands) program.command(create(io));
  return program;
}

/** An option that takes one value (all of ours say `requiresArg`) and got several would reach its command as a list. */
function refuseRepeats(args: Readonly<Record<string, unknown>>, options: unknown): true {
  const { array, narg } = options as {
    readonly array: readonly string[];
    readonly narg: Readonly<Record<string, number>>;
  };
  const repeated = Object.keys(narg).find((key) => Array.isArray(args[key]) && !array.includes(key));
  if (repeated === undefined) return true;
  throw new WsaError("usage", `--${repeated}`, "given more than once", { hint: "give it one value" });
}
