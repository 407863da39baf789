import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { readCatalogueFile } from "../catalogue/catalogue-file.ts";
import { type ExportColumn, exportColumns } from "../catalogue/columns.ts";
import type { Entry } from "../catalogue/entry.ts";
import { mergeCatalogue } from "../catalogue/extend.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import { WsaError } from "../error.ts";
import {
  catalogueCsv,
  catalogueIndex,
  catalogueJson,
  cataloguePage,
  pageName,
} from "../report/formats/catalogue-formats.ts";
import { type Io, raise, tell, write } from "../terminal/io.ts";
import { writeWhole } from "../terminal/output-file.ts";
import { visible } from "../text/visible.ts";
import { allOf, say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { catalogueOf, catalogueOption, readCatalogueText } from "./options/catalogue.ts";

/** `catalogue`: checks a file with codes of one's own, and writes what is known about codes for other tools. */
export function createCatalogueCommand(io: Io): CommandModule {
  return {
    command: "catalogue <action> [file]",
    describe: "Check your own codes, or export what is known",
    builder: (yargs: Argv) =>
      yargs
        .positional("action", { choices: ["check", "export"] as const, describe: "What to do" })
        .positional("file", { type: "string", describe: "The file to check: JSON, or CSV by its ending" })
        .options(catalogueOptions)
        .example("$0 catalogue check acme.json", "every mistake with its line; what is looked for")
        .example("$0 catalogue export --format csv --output winsock.csv", "a table for spreadsheets and enrichment")
        .example('$0 catalogue export --format csv --columns "code,title_en" --no-header', "keys and values alone")
        .example("$0 catalogue export --format markdown --output docs", "a page for each code")
        .epilogue("Exit code 1 when the file has a mistake.") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<CatalogueArguments>),
  };
}

const catalogueOptions = {
  format: {
    choices: ["json", "csv", "markdown"] as const,
    default: "json" as const,
    requiresArg: true,
    group: "Output:",
    describe: "How to write the codes",
  },
  columns: {
    type: "string",
    requiresArg: true,
    group: "Output:",
    describe: "Only these columns of --format csv: code,title_en",
    defaultDescription: "all",
  },
  header: { type: "boolean", default: true, group: "Output:", describe: "Begin --format csv with the columns' names" },
  output: {
    alias: "o",
    type: "string",
    requiresArg: true,
    group: "Output:",
    describe: "Write to this file; for --format markdown to this folder, a page for each code",
  },
  catalogue: catalogueOption,
} as const;

interface CatalogueArguments {
  readonly action: "check" | "export";
  readonly file?: string;
  readonly format: "json" | "csv" | "markdown";
  readonly columns?: string;
  readonly header: boolean;
  readonly output?: string;
  readonly catalogue?: string;
}

async function run(io: Io, args: CatalogueArguments): Promise<void> {
  if (args.action === "export") return await exportCodes(io, args);
  if (args.file === undefined)
    throw new WsaError("usage", "catalogue check", say`no file is given`, {
      hint: say`for example: wsa-annotate catalogue check acme.json`,
    });
  await check(io, args.file);
}

/** Writes each mistake as `FILE:LINE: what`, which editors can follow; else what the file brings. */
async function check(io: Io, path: string): Promise<void> {
  const { file, problems } = await readCatalogueFile(await readCatalogueText(path), path);
  const merged = mergeCatalogue(shipped, file);
  const all = [...problems, ...merged.problems].sort((a, b) => a.line - b.line);
  for (const { line, what } of all)
    await write(io.stdout, `${visible(path)}:${line}: ${visible(inLanguage(what, io.lang))}\n`);
  if (all.length > 0) return raise(io, 1);
  const own = merged.extended.entries.filter((entry) => entry.catalogue !== undefined);
  const changed = file.rows.length - own.length;
  const counts = say`${visible(path)}: ${own.length} codes of ${file.name}, ${changed} of Winsock`;
  await write(io.stdout, `${inLanguage(counts, io.lang)}\n`);
  const named = own.filter(({ cues = [] }) => cues.length === 0);
  if (named.length > 0) await tell(io, say`found by their names alone, for lack of cues: ${allOf(named.map(titleOf))}`);
}

const titleOf = ({ code, name }: Entry): string => `${code} ${name}`;

async function exportCodes(io: Io, args: CatalogueArguments): Promise<void> {
  const { entries } = await catalogueOf(args.catalogue);
  const { format, output, header } = args;
  if (format === "markdown" && output !== undefined) return await writePages(io, entries, output);
  const text =
    format === "markdown"
      ? entries.map((entry) => cataloguePage(entry, io.lang)).join("\n")
      : format === "csv"
        ? catalogueCsv(entries, columnsOf(args.columns), header)
        : catalogueJson(entries);
  await (output === undefined ? write(io.stdout, text) : writeWhole(output, text));
}

async function writePages(io: Io, entries: readonly Entry[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new WsaError("output", folder, say`cannot be written: ${cause.message}`, { cause });
  });
  for (const entry of entries) await writeWhole(join(folder, pageName(entry)), cataloguePage(entry, io.lang));
  await writeWhole(join(folder, "index.md"), catalogueIndex(entries, io.lang));
  await tell(io, say`${visible(folder)}: ${entries.length} pages`);
}

function columnsOf(text: string | undefined): readonly ExportColumn[] {
  const names = text?.split(",").map((name) => name.trim()) ?? exportColumns;
  const unknown = names.find((name) => !(exportColumns as readonly string[]).includes(name));
  if (unknown === undefined) return names as readonly ExportColumn[];
  throw new WsaError("usage", `--columns ${unknown}`, say`no column of a catalogue`, {
    hint: say`the columns are ${exportColumns.join(", ")}`,
  });
}
