import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { type StyleName, styles } from "../annotate/index.ts";
import { createPen } from "../annotate/pen.ts";
import { createRenderer } from "../annotate/renderer.ts";
import { annotateLogs } from "../ingest/annotate-logs.ts";
import type { Work } from "../read/watch-stages.ts";
import { wrap } from "../report/layout/wrap.ts";
import { reportTo } from "../terminal/ingest-messages.ts";
import { describeTotals } from "../terminal/ingest-summary.ts";
import { type Io, STANDARD_INPUT, tell, widthOf, write } from "../terminal/io.ts";
import { withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { type Color, colorOption, useColor } from "./options/color.ts";
import { inputsOf, parseReading, type ReadingArguments, readingOptions } from "./options/reading.ts";
import { openForCounting, storeAddressOf } from "./options/store.ts";
import { wouldBeEmpty } from "./options/would-be-empty.ts";

/** `annotate`, the default command: passes logs through and explains every code in place. */
export function createAnnotateCommand(io: Io): CommandModule {
  return {
    command: ["annotate [files..]", "$0"],
    describe: "Explain every code in its place, and count (default)",
    builder: (yargs: Argv) =>
      yargs
        .positional("files", { type: "string", array: true, describe: "Logs to read; none or -: standard input" })
        .options(annotateOptions)
        .example("$0 -f app.log", "watch a log, explained as it grows")
        .example("$0 app.log --style below", "why and what to do, under each line")
        .example("$0 app.log -o --no-store", "only the lines with a code; count nothing")
        .example("$0 logs/*/app.log --host-from folder", "count each under its folder as the host")
        .example("$0 app.log --format json | jq .findings", "one JSON object per line with a code") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<AnnotateArguments>),
  };
}

const annotateOptions = {
  style: {
    choices: Object.keys(styles) as StyleName[],
    default: "inline" as StyleName,
    requiresArg: true,
    group: "Output:",
    describe: "Explain behind the code, at the end of the line, or in lines below it",
  },
  format: {
    choices: ["text", "json"] as const,
    default: "text" as const,
    requiresArg: true,
    group: "Output:",
    describe: "The log with annotations, or one JSON object per line with findings",
  },
  "only-matching": {
    alias: "o",
    type: "boolean",
    group: "Output:",
    describe: "Leave out the lines without a code",
  },
  color: colorOption,
  ...readingOptions,
} as const;

interface AnnotateArguments extends ReadingArguments {
  readonly files?: readonly string[];
  readonly style: StyleName;
  readonly format: "text" | "json";
  readonly onlyMatching?: boolean;
  readonly color: Color;
  readonly debug?: boolean;
}

async function run(io: Io, args: AnnotateArguments): Promise<void> {
  const { stdout, stderr, signal, now } = io;
  const { style, format, onlyMatching = false, follow } = args;
  const { reading, catalogue } = await parseReading(io, args);
  const pen = createPen({
    catalogue,
    language: io.lang,
    color: useColor(io, stdout, args.color),
    terminal: stdout.isTTY === true,
    ...(stdout.isTTY === true && { fold: folding(widthOf(stdout)) }),
  });
  if (readsTerminal(io, args)) await tell(io, say`reading from the terminal; --help lists the options`);
  // Standard input passes through as it is, unless its encoding is named.
  const encoding = args.encoding === "auto" ? "utf-8" : args.encoding;
  const files = args.files?.length ? args.files : [STANDARD_INPUT];
  const inputs = inputsOf(io, files, reading, encoding);
  const isEmpty = follow !== true && (await wouldBeEmpty(io, args.store, inputs));
  const store = isEmpty ? null : await openForCounting(io, args.store, catalogue, args.durable);
  const work = args.debug === true ? { bytes: 0, lines: 0, candidates: 0, confirmed: 0 } : undefined;
  const totals = await annotateLogs(inputs, {
    ...reading,
    ...{ store, follow, signal, now, windows: io.platform === "win32" },
    renderer: createRenderer({ pen, style, format, onlyMatching }),
    sink: stdout,
    work,
    onEvent: reportTo(io),
  }).finally(() => store?.close());
  if (work !== undefined) await write(stderr, `wsa-annotate: ${describeWork(work)}\n`);
  if (!signal.aborted && stderr.isTTY !== true) return;
  const path = totals.isStored ? withoutCredentials(storeAddressOf(io, args.store)) : null;
  await tell(io, describeTotals(totals, path));
}

/** Breaks a text that is indented into lines of at most `width` columns, further indented from the second on. */
function folding(width: number): (text: string) => string[] {
  return (text) => {
    const indent = /^ */.exec(text)?.[0] ?? "";
    return wrap(text.slice(indent.length), width - indent.length - 2).map(
      (line, i) => `${indent}${i === 0 ? "" : "  "}${line}`,
    );
  };
}

function describeWork({ bytes, lines, candidates, confirmed }: Work): string {
  return `${bytes} bytes, ${lines} lines, ${candidates} candidates, ${confirmed} confirmed`;
}

function readsTerminal({ stdin, stderr }: Io, { files }: AnnotateArguments): boolean {
  return !files?.length && stdin.isTTY === true && stderr.isTTY === true;
}
