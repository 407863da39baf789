import type { Io } from "../terminal/io.ts";
import { filled, say } from "../wording.ts";
import { type HelpEntry, type HelpPage, helpPageOf } from "./help-page.ts";
import { general, overviewOf } from "./help-text.ts";
import { commands } from "./index.ts";

/** Writes the manual page wsa-annotate(1), in the language of man(7), from the help of the commands. */
export async function manPage(version: string): Promise<string> {
  // A command needs its process when it runs, not to be described.
  const create = Object.values(commands).map(async (load) => helpPageOf((await load())({} as Io)));
  const pages = await Promise.all(create);
  const { describe, examples, epilogue } = overviewOf(pages);
  return [
    `.TH WSA\\-ANNOTATE 1 ${REVISED} "wsa\\-annotate ${text(version)}" "User Commands"`,
    ".ad l",
    ".SH NAME",
    "wsa\\-annotate \\- find, explain and count Winsock error codes in logs",
    ".SH SYNOPSIS",
    ...pages.flatMap(({ usage }) => [".br", `.B wsa\\-annotate ${text(usage)}`]).slice(1),
    ".SH DESCRIPTION",
    text(describe),
    ...section("EXAMPLES", examplesOf(examples)),
    ".SH COMMANDS",
    ...pages.flatMap(commandOf),
    ...section("OPTIONS OF EVERY COMMAND", general.flatMap(entryOf)),
    ...section(
      "EXIT STATUS",
      EXIT.flatMap(([code, meaning]) => [".TP", code, meaning]),
    ),
    ".SH SEE ALSO",
    text(epilogue),
    text("wsa-annotate guide tells how tasks are done."),
    "",
  ]
    .map(folded)
    .join("\n");
}

/** When the help was last looked through. */
const REVISED = "2026-11-27";

const EXIT = [
  ["0", "Done, also when the reader has seen enough."],
  ["1", "The answer is no: a term is no code, or a gate is met."],
  ["2", "An error, while the other inputs go on."],
  ["130, 143", "Ended by Ctrl\\-C or SIGTERM, with everything counted so far."],
] as const;

function commandOf({ usage, describe, groups, examples, epilogue }: HelpPage): string[] {
  return [
    `.SS ${text(usage)}`,
    text(describe),
    ...[...groups.values()].flat().flatMap(entryOf),
    ...(examples.length === 0 ? [] : [".PP", "Examples:", ...examplesOf(examples)]),
    ...(epilogue === "" ? [] : [".PP", text(epilogue)]),
  ];
}

const section = (title: string, lines: readonly string[]): string[] => [`.SH ${title}`, ...lines];

function entryOf({ head, describe, choices, otherwise }: HelpEntry): string[] {
  const limits = [
    ...(choices.length === 0 ? [] : [choices.join(", ")]),
    ...(otherwise === "" ? [] : [filled(say`default: ${otherwise}`)]),
  ].join("; ");
  return [".TP", `.B ${text(head.trim())}`, text(limits === "" ? describe : `${describe} (${limits})`)];
}

function examplesOf(examples: HelpPage["examples"]): string[] {
  return examples.flatMap(([line, meaning]) => [
    ".TP",
    `.B ${text(line.replaceAll("$0", "wsa-annotate"))}`,
    text(meaning),
  ]);
}

/** Breaks a line of text as other lines of a manual page are broken; a request stays whole. */
function folded(line: string): string {
  return line.startsWith(".") ? line : line.replace(/(?=.{81})(.{1,79}) (?![.'])/g, "$1\n");
}

/** Text as man(7) shows it: nothing is taken for a request, and hyphens and quotes can be copied. */
function text(plain: string): string {
  const marks: Readonly<Record<string, string>> = { "\\": "\\e", "-": "\\-", "'": "\\(aq", '"': "\\(dq", "`": "\\(ga" };
  return plain.replace(/[\\\-'"`]/g, (mark) => marks[mark] as string).replace(/^\./, "\\&.");
}
