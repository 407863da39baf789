import type { Language } from "../catalogue/entry.ts";
import { WsaError } from "../error.ts";
import { visible } from "../text/visible.ts";
import { say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";

/** What people read on standard error: `wsa-annotate: SUBJECT: what happened`, then the hint; a bug shows its stack. */
export function formatError(error: unknown, lang: Language, debug = false): string {
  const known = error instanceof WsaError ? error : fromSystem(error);
  if (!known) {
    const [first = "", ...stack] = linesOf(error instanceof Error ? error.stack : error);
    return `${[`wsa-annotate: ${inLanguage(say`this is a bug: ${first}`, lang)}`, ...stack].join("\n")}\n`;
  }
  const { message, hint } = known.told;
  const told = inLanguage(say`${inLanguage(known.subject, lang)}: ${message}`, lang);
  const lines = [`wsa-annotate: ${told}`];
  if (hint !== null) lines.push(`  ${inLanguage(say`hint: ${hint}`, lang)}`);
  if (debug) lines.push(...linesOf(known.stack));
  if (debug && known.cause instanceof Error) lines.push(...linesOf(`caused by ${known.cause.stack}`));
  return `${lines.join("\n")}\n`;
}

const linesOf = (stack: unknown): string[] =>
  String(stack ?? "")
    .split("\n")
    .map(visible);

/** Failed system calls on the outputs, and limits of the system, are the user's business too; everything else is a bug. */
function fromSystem(error: unknown): WsaError | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "EMFILE" || code === "ENFILE") {
    const hint = say`raise the limit (ulimit -n), or read fewer files at once`;
    return new WsaError("input", "wsa-annotate", say`too many open files`, { hint, cause: error });
  }
  if (typeof code !== "string" || syscall !== "write") return null;
  const message = code === "ENOSPC" ? say`no space left on the device` : say`${code}`;
  return new WsaError("output", "output", message, { cause: error });
}
