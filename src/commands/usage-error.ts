import { WsaError } from "../error.ts";
import { nearestNames } from "../text/nearest-names.ts";

/** What yargs knows of the command that it reads. */
export interface KnownOptions {
  /** Every option by its name. */
  readonly key: Readonly<Record<string, unknown>>;
}

/** Explains what is wrong with a command line that yargs refused, and names what was meant where that is likely. */
export function usageError(message: string, command: string | null, { key }: KnownOptions): WsaError {
  const help = `see wsa-annotate ${command === null ? "" : `${command} `}--help`;
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(", ") ?? [];
  const options = Object.keys(key).filter((name) => name.length > 1 && !/[A-Z]/.test(name));
  const meant = unknown.flatMap((word) => nearestNames(word, options).map((name) => `--${name}`));
  const hint = meant.length === 0 ? help : `did you mean ${meant.join(" or ")}? Else ${help}`;
  return new WsaError("usage", "command line", message.replaceAll("\n", " "), { hint });
}

/** Refuses a first word that is neither a file nor a command, but nearly one. */
export function misspelledCommand(word: string, names: readonly string[]): WsaError | null {
  const [meant] = /^[a-z]+$/i.test(word) ? nearestNames(word, names) : [];
  if (meant === undefined) return null;
  return new WsaError("usage", word, "no such file or command", { hint: `did you mean "wsa-annotate ${meant}"?` });
}
