import type { Language } from "../catalogue/entry.ts";
import { WsaError } from "../error.ts";
import { visible } from "../text/visible.ts";
import { say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";

/** What people read on standard error: `wsa-annotate: SUBJECT: what happened`, then the hint; a bug shows its stack. */
export function formatError(error: unknown, lang: Language, debug = false): string {
  const known = error instanceof WsaError ? error : fromSystem(error);
  if (!known) {
    const bug = error instanceof Error ? String(error.stack) : String(error);
    return `wsa-annotate: ${inLanguage(say`this is a bug: ${bug}`, lang)}\n`;
  }
  const { message, hint } = known.told;
  const told = inLanguage(say`${inLanguage(known.subject, lang)}: ${message}`, lang);
  const lines = [`wsa-annotate: ${visible(told)}`];
  if (hint !== null) lines.push(`  ${inLanguage(say`hint: ${hint}`, lang)}`);
  if (debug) lines.push(known.stack ?? "", ...(known.cause instanceof Error ? [`caused by ${known.cause.stack}`] : []));
  return `${lines.join("\n")}\n`;
}

/** Failed system calls on the outputs are the user's business too; everything else is a bug. */
function fromSystem(error: unknown): WsaError | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || syscall !== "write") return null;
  const message = code === "ENOSPC" ? say`no space left on the device` : say`${code}`;
  return new WsaError("output", "output", message, { cause: error });
}
