import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Language } from "../catalogue/entry.ts";
import { pad } from "../report/layout/wrap.ts";
import { type Io, write } from "../terminal/io.ts";
import { readGuide } from "./guide-text.ts";

/** `guide`: prints how a task is done, or a dashboard; they come with the program. */
export function createGuideCommand(io: Io): CommandModule {
  return {
    command: "guide [name]",
    describe: "How a task is done, step by step; dashboards for Grafana",
    builder: (yargs: Argv) =>
      yargs
        .positional("name", {
          choices: [...guides, ...dashboards],
          describe: "Which one",
          defaultDescription: "a list of them",
        })
        .example("$0 guide connect", "from a line in a log to the next step")
        .example("$0 guide grafana-sqlite", "a dashboard, to be imported") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<{ readonly name?: string }>),
  };
}

/** In each language, by the task. */
const guides: readonly string[] = [
  "connect",
  "nightly-mail",
  "hosts",
  "sizing",
  "event-logs",
  "own-codes",
  "node",
  "grafana",
];

const dashboards: readonly string[] = ["grafana-sqlite", "grafana-postgres", "grafana-prometheus"];

async function run(io: Io, { name }: { readonly name?: string }): Promise<void> {
  await write(io.stdout, name === undefined ? await listIn(io.lang) : await textOf(name, io.lang));
}

async function listIn(lang: Language): Promise<string> {
  const width = Math.max(...[...guides, ...dashboards].map((name) => name.length)) + 2;
  const row = async (name: string) => `${pad(name, width)}${titleOf(await textOf(name, lang))}\n`;
  return (await Promise.all([...guides, ...dashboards].map(row))).join("");
}

function textOf(name: string, lang: Language): Promise<string> {
  return readGuide(dashboards.includes(name) ? `grafana/${name}.json` : `${lang}/${name}.md`);
}

/** The heading of a guide, or the title of a dashboard; the variables of a dashboard have no titles. */
function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? (JSON.parse(text) as { readonly title: string }).title;
}
