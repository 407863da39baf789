import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import yargs, { type CommandModule } from "yargs";
import { langOption, languageOf } from "../../src/commands/options/language.ts";
import { WsaError } from "../../src/error.ts";
import type { Io, OutputStream } from "../../src/terminal/io.ts";
import { say } from "../../src/wording.ts";

/** What a command did with its process. */
export interface Done {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The error for people that it threw, if any. */
  readonly error: WsaError | null;
}

/** Runs one command in this process, on real streams; `columns` makes standard output a terminal of that width. */
export async function runCommand(
  create: (io: Io) => CommandModule,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Io["env"]; readonly now?: string; readonly columns?: number } = {},
): Promise<Done> {
  const stdin = new PassThrough().end(options.input ?? "");
  const stderr = new PassThrough();
  const { columns } = options;
  const stdout: OutputStream & PassThrough = Object.assign(
    new PassThrough(),
    columns === undefined ? {} : { isTTY: true, columns },
  );
  const io: Io = {
    stdin,
    stdinIsLive: false,
    stdout,
    stderr,
    env: options.env ?? {},
    platform: "linux",
    lang: languageOf({ env: options.env ?? {}, platform: "linux" }, args),
    home: "/nowhere",
    hostname: "test-host",
    cores: 2,
    now: () => Date.parse(options.now ?? "2026-11-22T12:00Z"),
    signal: new AbortController().signal,
    exitCode: 0,
  };
  const output = Promise.all([text(stdout), text(stderr)]);
  const error = await parse(create(io), args).then(() => null, onlyWsaError);
  stdout.end();
  stderr.end();
  const [out, err] = await output;
  return { stdout: out, stderr: err, exitCode: io.exitCode, error };
}

async function parse(command: CommandModule, args: readonly string[]): Promise<void> {
  await yargs([...args])
    .command(command)
    .option("lang", langOption)
    .strict()
    .exitProcess(false)
    .fail((message, cause) => {
      throw cause ?? new WsaError("usage", "command line", say`${message}`);
    })
    .parseAsync();
}

function onlyWsaError(error: unknown): WsaError {
  if (error instanceof WsaError) return error;
  throw error;
}
