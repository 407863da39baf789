import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Language } from "../catalogue/entry.ts";
import type { Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";

/** The argument that a command gets for a lone `-` among files or in place of a query. */
export const STANDARD_INPUT = "\0stdin";

/** An output of the program; `columns` is known on a terminal. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The process as the commands see it: cli.ts hands it in, and nothing else touches `process`. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Whether standard input is written while it is read: a pipe or a terminal, not a file. */
  readonly stdinIsLive: boolean;
  /** Why nothing can be read from standard input, where that is known before; null or absent otherwise. */
  readonly stdinFault?: NodeJS.ErrnoException | null;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The language that people are spoken to in. */
  readonly lang: Language;
  /** The user's home folder. */
  readonly home: string;
  /** This machine's name: the `host` of the sources that are read here. */
  readonly hostname: string;
  /** How many threads run at once on this machine. */
  readonly cores: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Aborted by the first SIGINT or SIGTERM: finish the line, commit, end. */
  readonly signal: AbortSignal;
  /** 0 done, 1 the answer is no, 2 an error: a command raises it and never lowers it. */
  exitCode: number;
}

/** Writes bytes or text (UTF-8) and waits while the reader is slow. */
export async function write(output: OutputStream, text: string | Uint8Array): Promise<void> {
  if (!output.write(text)) await once(output, "drain");
}

/** Writes a message for people to standard error. */
export async function tell({ stderr, lang }: Pick<Io, "stderr" | "lang">, wording: Wording): Promise<void> {
  await write(stderr, `wsa-annotate: ${inLanguage(wording, lang)}\n`);
}

/** Raises the exit code; a failure stays in it when later work goes well. */
export function raise(io: Io, exitCode: 1 | 2): void {
  io.exitCode = Math.max(io.exitCode, exitCode);
}

/** Columns of text that fit: the terminal's, and 80 where there is no terminal. */
export function widthOf(output: OutputStream): number {
  return output.isTTY === true && output.columns !== undefined ? Math.max(output.columns, 40) : 80;
}
