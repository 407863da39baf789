import { WsaError } from "../../error.ts";
import { connect } from "../../remote/connect.ts";
import { PeerGone } from "../../remote/port.ts";
import { processPort } from "../../remote/process-port.ts";
import { startProcess } from "../../remote/start-part.ts";
import { say } from "../../wording.ts";
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

/** What the child process offers. */
export type QueryMethods = {
  /** Begins the answer, and resolves to its first page. */
  start(request: QueryRequest): Page;
  /** Resolves to the next page, or null behind the last one. */
  next(): Page | null;
};
export type QueryRequest = Required<Pick<QueryOptions, "path" | "sql" | "parameters" | "maxRows">>;

/**
 * Runs one SELECT that a person wrote, page by page as pages are taken, in a child process: SQLite offers no other
 * way to stop a query that would never end. Throws a WsaError: `query` when the SQL is wrong, not a SELECT, or took too long.
 */
export async function* runQuery(options: QueryOptions): AsyncGenerator<Page, void, void> {
  const { sql, parameters = [], maxRows = Number.MAX_SAFE_INTEGER, timeoutMs = 60_000, signal } = options;
  const isAborted = () => signal?.aborted === true;
  if (isAborted()) return;
  const child = startProcess("store/sqlite/query-child", {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
  });
  const stop = () => child.kill("SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const query = connect<QueryMethods>(processPort(child));
    let leftMs = timeoutMs;
    // The time that the reader takes between two pages is not the child's.
    const next = async (answer: Promise<Page | null>): Promise<Page | null> => {
      const asked = performance.now();
      const page = await within(leftMs, answer);
      leftMs -= performance.now() - asked;
      if (page === "late") throw tooSlow(timeoutMs);
      return page;
    };
    let page = await next(query.call("start", { path: toPath(options.path), sql, parameters, maxRows }));
    while (page !== null && !isAborted()) {
      yield page;
      page = await next(query.call("next"));
    }
  } catch (error) {
    if (!isAborted()) throw error instanceof PeerGone ? killed() : error;
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ms, "late");
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function tooSlow(timeoutMs: number): WsaError {
  const hint = say`Ask for less, or give it more time with --timeout.`;
  return new WsaError("query", "query", say`no answer within ${timeoutMs / 1000} seconds`, { hint });
}

function killed(): WsaError {
  const hint = say`It may have needed more memory than there is: ask for fewer rows or shorter values.`;
  return new WsaError("query", "query", say`the process that ran it was stopped`, { hint });
}
