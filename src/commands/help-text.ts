import type { Language } from "../catalogue/entry.ts";
import { pad, wrap } from "../report/layout/wrap.ts";
import { stringWidth } from "../text/string-width.ts";
import { allOf, fixed, say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import type { HelpEntry, HelpPage } from "./help-page.ts";
import { langOption } from "./options/language.ts";

/** Writes the help of one command, or of the program as a whole. */
export function helpText(
  { usage, describe, groups, examples, epilogue }: HelpPage,
  lang: Language,
  width: number,
): string {
  const to = { lang, width };
  const sections = [...groups, ["Options", general] as const].map(([title, entries]) =>
    section(
      title,
      entries.map((entry) => [entry.head, described(entry, lang)]),
      to,
    ),
  );
  return page([
    `${PROGRAM} ${usage}`,
    ...paragraph(describe, to),
    ...sections,
    examplesOf(examples, to),
    ...paragraph(epilogue, to),
  ]);
}

/** What there is: the commands, each with a line, and how one begins. */
export function overviewOf(commands: readonly HelpPage[]): HelpPage {
  const rows = commands.map(({ usage, describe }) => ({
    // A command's own help has what may be left out.
    head: usage.replace(/ \[.*?\]/g, ""),
    describe,
    choices: [],
    otherwise: "",
  }));
  return {
    usage: "[COMMAND] …",
    describe: "Finds Winsock error codes in any log, explains them in place, and counts them.",
    groups: new Map([["Commands", rows]]),
    examples: [
      ["$0 -f app.log", "explain a log as it grows, and count"],
      ['$0 ingest "logs/**/*.log*"', "count what is new, rotated and packed logs included"],
      ["$0 report --since yesterday", "what broke, and what to do first"],
      ["$0 explain 10061", "what a code means; or 0x8007274D, ECONNREFUSED, a message"],
    ],
    epilogue: "wsa-annotate COMMAND --help tells all about a command.",
  };
}

const PROGRAM = "wsa-annotate";

/** The options of every command. */
export const general: readonly HelpEntry[] = [
  {
    head: "    --lang VALUE",
    describe: langOption.describe,
    choices: langOption.choices,
    otherwise: langOption.defaultDescription,
  },
  { head: "-h, --help", describe: "Show help", choices: [], otherwise: "" },
  { head: "-V, --version", describe: "Show version number", choices: [], otherwise: "" },
];

function described({ describe, choices, otherwise }: HelpEntry, lang: Language): string {
  const limits = [
    ...(choices.length === 0 ? [] : [allOf(choices)]),
    ...(otherwise === "" ? [] : [say`default: ${fixed(otherwise)}`]),
  ];
  const [first, second] = limits;
  if (first === undefined) return inLanguage(describe, lang);
  const both = second === undefined ? first : say`${first}; ${second}`;
  return inLanguage(say`${fixed(describe)} (${both})`, lang);
}

/** Whom the help is for. */
interface Reader {
  readonly lang: Language;
  readonly width: number;
}

/** Two columns; a head that is too wide has a line of its own. */
function section(
  title: string,
  rows: readonly (readonly [head: string, text: string])[],
  { lang, width }: Reader,
): string {
  const heads = rows.map(([head]) => stringWidth(head)).filter((columns) => columns <= MOST_HEAD);
  const column = Math.max(0, ...heads) + 4;
  const lines = rows.flatMap(([head, text]) => {
    const [first = "", ...rest] = wrap(text, Math.max(width - column, 20));
    const margin = " ".repeat(column);
    const opening = stringWidth(head) + 4 > column ? [`  ${head}`, margin + first] : [pad(`  ${head}`, column) + first];
    return [...opening, ...rest.map((line) => margin + line)];
  });
  return [inLanguage(say`${fixed(title)}:`, lang), ...lines].join("\n");
}

/** Each example on a line of its own, so that it can be copied, with its meaning behind it, or below where one is too long. */
function examplesOf(examples: HelpPage["examples"], { lang, width }: Reader): string {
  if (examples.length === 0) return "";
  const rows = examples.map(([line, meaning]) => [line.replaceAll("$0", PROGRAM), inLanguage(meaning, lang)] as const);
  const column = Math.max(...rows.map(([line]) => stringWidth(line))) + 4;
  const isOneLine = rows.every(([, meaning]) => column + stringWidth(meaning) <= width);
  const lines = rows.flatMap(([line, meaning]) =>
    isOneLine ? [pad(`  ${line}`, column) + meaning] : [`  ${line}`, `      ${meaning}`],
  );
  return [inLanguage(say`${fixed("Examples")}:`, lang), ...lines].join("\n");
}

const MOST_HEAD = 34;

const paragraph = (text: string, { lang, width }: Reader): string[] =>
  text === "" ? [] : [wrap(inLanguage(text, lang), width).join("\n")];

const page = (sections: readonly string[]): string => `${sections.filter((text) => text !== "").join("\n\n")}\n`;
