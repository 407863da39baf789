import { stringWidth } from "../report/layout/string-width.ts";
import { pad, wrap } from "../report/layout/wrap.ts";
import type { HelpEntry, HelpPage } from "./help-page.ts";

/** Writes the help of one command. */
export function helpText({ usage, describe, groups, examples, epilogue }: HelpPage, width: number): string {
  const sections = [...groups, ["Options", general] as const].map(([title, entries]) =>
    section(
      title,
      entries.map((entry) => [entry.head, described(entry)]),
      width,
    ),
  );
  return page([
    `${PROGRAM} ${usage}`,
    ...paragraph(describe, width),
    ...sections,
    examplesOf(examples, width),
    ...paragraph(epilogue, width),
  ]);
}

/** Writes what there is: the commands, each with a line, and how one begins. */
export function overviewText(commands: readonly HelpPage[], width: number): string {
  const rows = commands.map(({ usage, describe }) => [usage, describe] as const);
  return page([
    `${PROGRAM} [COMMAND] …`,
    ...paragraph("Finds Winsock error codes in any log, explains them in place, and counts them.", width),
    section("Commands", rows, width),
    section(
      "Options",
      general.map(({ head, describe }) => [head, describe]),
      width,
    ),
    examplesOf(beginnings, width),
    ...paragraph("wsa-annotate COMMAND --help tells all about a command.", width),
  ]);
}

const PROGRAM = "wsa-annotate";

const beginnings = [
  ["tail -f app.log | $0", "explain a log as it grows, and count"],
  ["$0 ingest 'logs/**/*.log*'", "count what is new, rotated and packed logs included"],
  ["$0 report --since yesterday", "what broke, and what to do first"],
  ["$0 explain 10061", "what a code means; or 0x8007274D, ECONNREFUSED, a message"],
] as const;

const general: readonly HelpEntry[] = [
  { head: "-h, --help", describe: "Show help", choices: [], otherwise: "" },
  { head: "-V, --version", describe: "Show version number", choices: [], otherwise: "" },
];

function described({ describe, choices, otherwise }: HelpEntry): string {
  const limits = [
    ...(choices.length === 0 ? [] : [choices.join(", ")]),
    ...(otherwise === "" ? [] : [`default: ${otherwise}`]),
  ];
  return limits.length === 0 ? describe : `${describe} (${limits.join("; ")})`;
}

/** Two columns; a head that is too wide has a line of its own. */
function section(title: string, rows: readonly (readonly [head: string, text: string])[], width: number): string {
  const heads = rows.map(([head]) => stringWidth(head)).filter((columns) => columns <= MOST_HEAD);
  const column = Math.max(0, ...heads) + 4;
  const lines = rows.flatMap(([head, text]) => {
    const [first = "", ...rest] = wrap(text, Math.max(width - column, 20));
    const margin = " ".repeat(column);
    const opening = stringWidth(head) + 4 > column ? [`  ${head}`, margin + first] : [pad(`  ${head}`, column) + first];
    return [...opening, ...rest.map((line) => margin + line)];
  });
  return [`${title}:`, ...lines].join("\n");
}

/** Each example on a line of its own, so that it can be copied, with its meaning behind it, or below where one is too long. */
function examplesOf(examples: HelpPage["examples"], width: number): string {
  if (examples.length === 0) return "";
  const rows = examples.map(([line, meaning]) => [line.replaceAll("$0", PROGRAM), meaning] as const);
  const column = Math.max(...rows.map(([line]) => stringWidth(line))) + 4;
  const isOneLine = rows.every(([, meaning]) => column + stringWidth(meaning) <= width);
  const lines = rows.flatMap(([line, meaning]) =>
    isOneLine ? [pad(`  ${line}`, column) + meaning] : [`  ${line}`, `      ${meaning}`],
  );
  return ["Examples:", ...lines].join("\n");
}

const MOST_HEAD = 34;

const paragraph = (text: string, width: number): string[] => (text === "" ? [] : [wrap(text, width).join("\n")]);

const page = (sections: readonly string[]): string => `${sections.filter((text) => text !== "").join("\n\n")}\n`;
