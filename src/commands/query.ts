import { text as readAll } from "node:stream/consumers";
import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import { WsaError } from "../error.ts";
import { queryFormats } from "../report/formats/query-formats.ts";
import { type Io, STANDARD_INPUT, write } from "../terminal/io.ts";
import { say } from "../wording.ts";
import { openForReading, storeOption } from "./options/store.ts";

/** `query`: SQL over the counts, which can read and nothing else. */
export function createQueryCommand(io: Io): CommandModule {
  return {
    command: "query [sql]",
    describe: "Ask the counts in SQL (read-only)",
    builder: (yargs: Argv) =>
      yargs
        .positional("sql", { type: "string", describe: "One SELECT statement; none or -: from standard input" })
        .options(queryOptions)
        .example('$0 query "SELECT * FROM daily ORDER BY day DESC"', "occurrences by UTC day, source and code")
        .example('$0 query "SELECT code, name, n FROM totals" --format csv', "for a spreadsheet")
        .epilogue(
          "Tables: codes, sources, generations, counts, endpoints, operations, samples, runs, acks. Views: hourly, daily, totals. " +
            "Times in tables are Unix seconds, 0 where unknown; the views give them in UTC.",
        ) as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<QueryArguments>),
  };
}

const queryOptions = {
  format: {
    choices: queryFormats.map(({ name }) => name),
    default: "table",
    requiresArg: true,
    group: "Output:",
    describe: "How to write the rows",
  },
  timeout: {
    type: "number",
    default: 60,
    requiresArg: true,
    group: "Store:",
    describe: "Seconds after which the question is given up",
  },
  store: storeOption,
} as const;

interface QueryArguments {
  readonly sql?: string;
  readonly format: string;
  readonly timeout: number;
  readonly store?: string;
}

async function run(io: Io, args: QueryArguments): Promise<void> {
  if (!(args.timeout > 0))
    throw new WsaError("usage", "--timeout", say`not a number of seconds above zero`, {
      hint: say`give seconds: --timeout 60`,
    });
  const sql = await sqlOf(io, args.sql);
  const format = queryFormats.find(({ name }) => name === args.format) ?? queryFormats[0];
  if (format.isBinary === true && io.stdout.isTTY === true)
    throw new WsaError("usage", `--format ${format.name}`, say`is nothing that a terminal can show`, {
      hint: say`write it into a file: wsa-annotate query … --format parquet > counts.parquet`,
    });
  const width = io.stdout.isTTY === true ? io.stdout.columns : undefined;
  const store = await openForReading(io, args.store);
  try {
    const pages = store.query(sql, { timeoutMs: args.timeout * 1000, signal: io.signal });
    for await (const part of format.render(pages, width ?? Infinity)) await write(io.stdout, part);
  } finally {
    await store.close();
  }
}

async function sqlOf(io: Io, sql: string | undefined): Promise<string> {
  if (sql && sql !== STANDARD_INPUT) return sql;
  if (io.stdin.isTTY === true)
    throw new WsaError("usage", "query", say`no SQL is given`, {
      hint: say`for example: wsa-annotate query "SELECT * FROM totals"`,
    });
  return await readAll(io.stdin);
}
