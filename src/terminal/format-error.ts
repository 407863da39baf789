import { WsaError } from "../error.ts";
import { visible } from "../text/visible.ts";

/** What people read on standard error: `wsa-annotate: SUBJECT: what happened`, then the hint; a bug shows its stack. */
export function formatError(error: unknown, debug: boolean): string {
  const known = error instanceof WsaError ? error : fromSystem(error);
  if (!known) return `wsa-annotate: this is a bug: ${error instanceof Error ? error.stack : String(error)}\n`;
  const lines = [`wsa-annotate: ${visible(known.subject)}: ${visible(known.message)}`];
  if (known.hint) lines.push(`  hint: ${known.hint}`);
  if (debug) lines.push(known.stack ?? "", ...(known.cause instanceof Error ? [`caused by ${known.cause.stack}`] : []));
  return `${lines.join("\n")}\n`;
}

/** Failed system calls on the outputs are the user's business too; everything else is a bug. */
function fromSystem(error: unknown): WsaError | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || syscall !== "write") return null;
  return new WsaError("output", "output", code === "ENOSPC" ? "no space left on the device" : code, { cause: error });
}
