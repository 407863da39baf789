import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { explainTerm } from "../catalogue/explain.ts";
import { WsaError } from "../error.ts";
import {
  answersJson,
  answerText,
  type ExplainedTerm,
  type ExplanationOptions,
  entriesJson,
  explanationList,
  shortText,
} from "../report/formats/explanation.ts";
import { formatError } from "../terminal/format-error.ts";
import { type Io, raise, widthOf, write } from "../terminal/io.ts";
import { anyOf, say } from "../wording.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import { type Color, colorOption, useColor } from "./options/color.ts";

/** `explain`: what a code means, why it comes, and what to do; every reading of an ambiguous number. */
export function createExplainCommand(io: Io): CommandModule {
  return {
    command: "explain [terms..]",
    describe: "What a code means, why it comes, and what to do",
    builder: (yargs: Argv) =>
      yargs
        .positional("terms", {
          type: "string",
          array: true,
          describe: "Number, name, hexadecimal, HRESULT, message or words; none: list all codes",
        })
        .options(explainOptions)
        .example("$0 explain 10054", "by number; 0x2746, 0x80072746 and -2147014842 are the same code")
        .example("$0 explain 10054 --short", "what it means and what to do first")
        .example("$0 explain WSAECONNRESET ETIMEDOUT", "by name, several at once")
        .example('$0 explain "forcibly closed"', "by a message or by words, in English or Chinese")
        .epilogue("Exit code 1 when a term is no Winsock error code.") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<ExplainArguments>),
  };
}

const explainOptions = {
  format: {
    choices: ["text", "json"] as const,
    default: "text" as const,
    requiresArg: true,
    group: "Output:",
    describe: "How to write the explanations",
  },
  short: {
    type: "boolean",
    alias: "s",
    group: "Output:",
    describe: "What it means and what to do first, in a few lines",
  },
  color: colorOption,
  catalogue: catalogueOption,
} as const;

interface ExplainArguments {
  readonly terms?: readonly string[];
  readonly format: "text" | "json";
  readonly short?: boolean;
  readonly color: Color;
  readonly catalogue?: string;
}

async function run(io: Io, args: ExplainArguments): Promise<void> {
  const catalogue = await catalogueOf(args.catalogue);
  const options: ExplanationOptions = {
    catalogue,
    lang: io.lang,
    width: Math.min(widthOf(io.stdout), MOST_WIDTH),
    color: useColor(io, io.stdout, args.color),
  };
  if (!args.terms?.length) {
    const { entries } = catalogue;
    await write(io.stdout, args.format === "json" ? entriesJson(entries) : explanationList(entries, options));
    return;
  }
  const answers = await Promise.all(args.terms.map((term) => explained(catalogue, term)));

  if (args.format === "json") await write(io.stdout, answersJson(answers));
  else
    await write(
      io.stdout,
      answers
        .filter(isKnown)
        .map((answer) => (args.short === true ? shortText(answer, options) : answerText(answer, options)))
        .join("\n"),
    );
  for (const answer of answers) {
    if (isKnown(answer)) continue;
    raise(io, 1);
    await write(io.stderr, formatError(unknownTerm(answer), io.lang));
  }
}

async function explained(catalogue: Catalogue, term: string): Promise<ExplainedTerm> {
  if (IS_WORD.test(term)) {
    const { readings, suggestions } = explainTerm(catalogue, term);
    if (readings.length > 0 && readings[0]?.how !== "words") return { term, readings, suggestions };
  }
  const { recogniseIn } = await import("./options/recognise-in.ts");
  return { term, ...explainTerm(catalogue, term, { recogniseText: recogniseIn(catalogue) }) };
}

/** A number or a name is explained without the recognisers, which take as long to load as all the rest. */
const IS_WORD = /^-?\w+$/;

// Longer lines are hard to read, however wide the terminal is.
const MOST_WIDTH = 100;

const isKnown = ({ readings }: ExplainedTerm): boolean => readings.length > 0;

function unknownTerm({ term, suggestions }: ExplainedTerm): WsaError {
  const hint =
    suggestions.length > 0 ? say`did you mean ${anyOf(suggestions)}?` : say`wsa-annotate explain lists all codes`;
  return new WsaError("usage", term, say`not a Winsock error code`, { hint });
}
