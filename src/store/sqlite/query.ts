import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WsaError } from "../../error.ts";
import type { Page, Value } from "../page.ts";
import { toPath } from "./to-path.ts";

export interface QueryOptions {
  readonly path: string;
  readonly sql: string;
  readonly parameters?: readonly Value[];
  /** The child process is killed after this time. */
  readonly timeoutMs?: number;
  /** The answer ends after this many rows. */
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}

/** What the child process is told and what it tells. */
export type Request = Pick<QueryOptions, "path" | "sql" | "parameters" | "maxRows">;
export interface ErrorReply {
  readonly kind: "error";
  readonly error: Pick<WsaError, "code" | "subject" | "message" | "hint">;
}
export type Reply =
  | ({ readonly kind: "page" } & Page)
  | { readonly kind: "end" }
  | ErrorReply
  | { readonly kind: "bug"; readonly stack: string };

/**
 * Runs one SELECT of a person's, page by page as they are asked for, in a child process: SQLite offers no other way to
 * stop a query that would never end. Throws a WsaError: `query` when the SQL is wrong, not a SELECT, or took too long.
 */
export async function* runQuery(options: QueryOptions): AsyncGenerator<Page, void, void> {
  const { sql, parameters = [], maxRows = Number.MAX_SAFE_INTEGER, timeoutMs = 60_000, signal } = options;
  const isAborted = () => signal?.aborted === true;
  if (isAborted()) return;
  const request: Request = { path: toPath(options.path), sql, parameters, maxRows };
  const child = fork(childPath(), [], { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  const stop = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  try {
    let leftMs = timeoutMs;
    for (let word: Request | "more" = request; ; word = "more") {
      const asked = performance.now();
      const reply = await ask(child, word, leftMs);
      leftMs -= performance.now() - asked;
      if (isAborted()) return;
      if (reply === "timeout") throw tooSlow(timeoutMs);
      if (reply === "exit") throw killed();
      if (reply.kind === "end") return;
      if (reply.kind === "error") throw toError(reply.error);
      if (reply.kind === "bug") throw new Error(reply.stack);
      yield { columns: reply.columns, rows: reply.rows };
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

/** The compiled child: beside this file in the program, under dist/ when this file runs from its source. */
function childPath(): string {
  const beside = import.meta.url.endsWith(".ts") ? "../../../dist/store/sqlite/query-child.js" : "./query-child.js";
  return fileURLToPath(new URL(beside, import.meta.url));
}

/** The child's answer to a word; the time that its reader takes between two words is not its own. */
function ask(child: ChildProcess, word: Request | "more", waitMs: number): Promise<Reply | "exit" | "timeout"> {
  return new Promise((resolve) => {
    const settle = (reply: Reply | "exit" | "timeout") => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit).off("error", onExit);
      resolve(reply);
    };
    const onMessage = (reply: unknown) => settle(reply as Reply);
    const onExit = () => settle("exit");
    const timer = setTimeout(() => settle("timeout"), waitMs);
    child.on("message", onMessage).on("exit", onExit).on("error", onExit);
    if (child.exitCode !== null || child.signalCode !== null) settle("exit");
    else child.send(word, (error) => error !== null && onExit());
  });
}

function toError({ code, subject, message, hint }: ErrorReply["error"]): WsaError {
  return new WsaError(code, subject, message, { hint });
}

function tooSlow(timeoutMs: number): WsaError {
  const hint = "Ask for less, or give it more time with --timeout.";
  return new WsaError("query", "query", `no answer within ${timeoutMs / 1000} seconds`, { hint });
}

function killed(): WsaError {
  const hint = "It may have needed more memory than there is: ask for fewer rows or shorter values.";
  return new WsaError("query", "query", "the process that ran it was stopped", { hint });
}
