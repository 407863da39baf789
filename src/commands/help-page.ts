import type { Argv, CommandModule, Options, PositionalOptions } from "yargs";

/** The content of a command's help, apart from its layout. */
export interface HelpPage {
  /** Its name and its positional arguments. */
  readonly usage: string;
  readonly describe: string;
  /** Arguments and options by the heading above them, in order. */
  readonly groups: ReadonlyMap<string, readonly HelpEntry[]>;
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  readonly epilogue: string;
}

/** An option or a positional argument. */
export interface HelpEntry {
  readonly head: string;
  readonly describe: string;
  readonly choices: readonly string[];
  /** Its value where it is not given; "" where the help has none. */
  readonly otherwise: string;
}

/** Reads a command's help off its builder, which is asked for its options as yargs would ask. */
export function helpPageOf(command: CommandModule): HelpPage {
  const groups = new Map<string, HelpEntry[]>();
  const examples: [string, string][] = [];
  let epilogue = "";
  const put = (group: string, entry: HelpEntry) => groups.set(group, [...(groups.get(group) ?? []), entry]);
  const recorder = {
    positional(name: string, definition: PositionalOptions) {
      put("Arguments", entryOf(name, definition));
      return recorder;
    },
    options(definitions: Readonly<Record<string, Options>>) {
      for (const [name, definition] of Object.entries(definitions))
        put((definition.group ?? "Options:").replace(/:$/, ""), entryOf(headOf(name, definition), definition));
      return recorder;
    },
    option: (name: string, definition: Options) => recorder.options({ [name]: definition }),
    example(line: string, meaning: string) {
      examples.push([line, meaning]);
      return recorder;
    },
    epilogue(text: string) {
      epilogue = text;
      return recorder;
    },
  };
  if (typeof command.builder === "function") command.builder(recorder as unknown as Argv);
  const [usage = ""] = [command.command ?? ""].flat();
  return { usage, describe: String(command.describe ?? ""), groups, examples, epilogue };
}

function headOf(name: string, { alias, requiresArg }: Options): string {
  const short = typeof alias === "string" ? `-${alias}, ` : "    ";
  return `${short}--${name}${requiresArg === true ? " VALUE" : ""}`;
}

function entryOf(head: string, definition: Options | PositionalOptions): HelpEntry {
  const { describe = "", choices = [], default: value } = definition;
  const isSaid = typeof value === "string" || typeof value === "number";
  const said = "defaultDescription" in definition ? definition.defaultDescription : undefined;
  return {
    head,
    describe,
    choices: choices.map(String),
    otherwise: said ?? (isSaid ? String(value) : ""),
  };
}
