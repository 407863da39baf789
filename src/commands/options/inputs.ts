import type { Options } from "yargs";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import { WsaError } from "../../error.ts";
import type { Source } from "../../log/source.ts";
import { programLiterals } from "../../read/literals.ts";
import type { Stages } from "../../read/stages.ts";
import { createRecognise } from "../../recognise/recognise.ts";
import { loadSieve } from "../../sieve/load-sieve.ts";
import { type Encoding, encodingOf } from "../../sources/encoding/encoding.ts";
import type { FileOptions } from "../../sources/file/file-source.ts";
import { createStdinSource } from "../../sources/stdin.ts";
import type { Io } from "../../terminal/io.ts";

/** The options of every command that reads logs: what is recognised and how bytes become text. */
export const readingOptions = {
  follow: { alias: "f", type: "boolean", group: "Reading:", describe: "Go on as the logs grow and are rotated" },
  encoding: {
    type: "string",
    requiresArg: true,
    default: "auto",
    group: "Reading:",
    describe: "Encoding of the logs, such as gb18030, shift_jis or 1252; auto: UTF-8, and UTF-16 where it is sure",
  },
  "max-decompressed": {
    type: "string",
    requiresArg: true,
    group: "Reading:",
    describe: "Refuse archives that hold more than this, such as 200G",
    defaultDescription: "64G, and a thousand times their size",
  },
  strict: { type: "boolean", group: "Recognising:", describe: "Only what the spelling alone proves" },
  "posix-names": {
    type: "boolean",
    group: "Recognising:",
    describe: "Take ECONNRESET and its like for Winsock errors even where the line does not show Windows",
  },
} as const satisfies Record<string, Options>;

/** What `readingOptions` arrive as. */
export interface ReadingArguments {
  readonly follow?: boolean;
  readonly encoding: string;
  readonly maxDecompressed?: string;
  readonly strict?: boolean;
  readonly posixNames?: boolean;
  readonly source?: string;
  readonly host?: string;
}

/** The stages that find codes. */
export function findingStages(args: ReadingArguments, catalogue: Catalogue): Pick<Stages, "sieve" | "recognise"> {
  return {
    sieve: loadSieve(programLiterals),
    recognise: createRecognise({
      strict: args.strict === true,
      posixNames: args.posixNames === true,
      catalogue: catalogue.entries,
    }),
  };
}

/** How logs are read. */
export type LogOptions = FileOptions & { readonly encoding: Encoding };

/** How logs are read by these arguments; throws a WsaError `usage` when an option makes no sense. */
export function fileOptionsOf(io: Io, args: ReadingArguments): LogOptions {
  return {
    host: args.host ?? io.hostname,
    name: args.source,
    encoding: encodingOf(args.encoding),
    maxUnpackedBytes: args.maxDecompressed === undefined ? null : parseSize("--max-decompressed", args.maxDecompressed),
  };
}

/** Standard input as a source, in this encoding. */
export function standardInput(io: Io, options: FileOptions, encoding: Encoding): Source {
  return createStdinSource(io.stdin, { live: io.stdinIsLive, host: options.host, name: options.name, encoding });
}

function parseSize(flag: string, text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(text) ?? [];
  if (digits !== undefined) return Math.floor(Number(digits) * 1024 ** " kmgt".indexOf((unit || " ").toLowerCase()));
  throw new WsaError("usage", `${flag} ${text}`, "is no size", { hint: "give a number of bytes, such as 500M or 20G" });
}
