import { WsaError } from "../error.ts";
import { nearestNames } from "../text/nearest-names.ts";
import { allOf, anyOf, say, type Wording } from "../wording.ts";

/** What yargs knows of the command that it reads. */
export interface KnownOptions {
  /** Every option by its name. */
  readonly key: Readonly<Record<string, unknown>>;
}

/** Explains what is wrong with a command line that yargs refused, and names what was meant where that is likely. */
export function usageError(message: string, command: string | null, { key }: KnownOptions): WsaError {
  const help = say`see wsa-annotate ${command === null ? "" : `${command} `}--help`;
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(", ") ?? [];
  const options = Object.keys(key).filter((name) => name.length > 1 && !/[A-Z]/.test(name));
  const meant = unknown.flatMap((word) => nearestNames(word, options).map((name) => `--${name}`));
  const hint = meant.length === 0 ? help : say`did you mean ${anyOf(meant)}? Else ${help}`;
  return new WsaError("usage", "command line", inOurWords(message), { hint });
}

/** Refuses a first word that is neither a file nor a command, but nearly one. */
export function misspelledCommand(word: string, names: readonly string[]): WsaError | null {
  const [meant] = /^[a-z]+$/i.test(word) ? nearestNames(word, names) : [];
  if (meant === undefined) return null;
  return new WsaError("usage", word, say`no such file or command`, {
    hint: say`did you mean "wsa-annotate ${meant}"?`,
  });
}

/** What yargs says, as a message of ours where people meet it. */
function inOurWords(message: string): Wording {
  const text = message.replaceAll("\n", " ");
  for (const [pattern, tell] of COMPLAINTS) {
    const found = pattern.exec(text);
    if (found !== null) return tell(...(found.slice(1) as string[]));
  }
  return say`${text}`;
}

const COMPLAINTS: readonly (readonly [pattern: RegExp, tell: (...found: string[]) => Wording])[] = [
  [/^Unknown argument: (.+)$/, (name = "") => say`Unknown argument: ${name}`],
  [/^Unknown arguments: (.+)$/, (names = "") => say`Unknown arguments: ${names}`],
  [/^Not enough arguments following: (.+)$/, (name = "") => say`Not enough arguments following: ${name}`],
  [
    /^Arguments (.+) and (.+) are mutually exclusive$/,
    (one = "", other = "") => say`Arguments ${one} and ${other} are mutually exclusive`,
  ],
  [
    /^Invalid values: +Argument: (.+), Given: (.+), Choices: (.+)$/,
    (name = "", given = "", choices = "") =>
      say`${name}: ${given} is none of ${allOf(choices.split(", ").map((choice) => choice.slice(1, -1)))}`,
  ],
];
