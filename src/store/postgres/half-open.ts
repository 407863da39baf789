import pg from "pg";

/** So long an answer may take until the server is asked, over another connection, whether it is still at work. */
const ASK_AFTER_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

/** Lets the server notice within a minute that a client is gone without a word. */
export const forgetful = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

/**
 * Breaks off a connection when the network has lost it without a word: while work on it takes long, the server is asked
 * over another connection whether it knows of it. What is asked of the connection fails then. Returns the end of watching.
 */
export function watchConnection(
  client: pg.ClientBase,
  connectionString: string,
  askAfterMs: number = ASK_AFTER_MS,
): () => void {
  const { processID } = client as { readonly processID?: number | null };
  let timer = setTimeout(ask, askAfterMs);
  let isOver = false;

  async function ask(): Promise<void> {
    const isAtWork = await knows(connectionString, processID ?? 0);
    if (isOver) return;
    if (isAtWork) timer = setTimeout(ask, askAfterMs);
    else breakOff(client);
  }

  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** Whether a server is at work for a process of its own. */
async function knows(connectionString: string, process: number): Promise<boolean> {
  const client = new pg.Client({
    ...{ connectionString, connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS },
    application_name: "wsa-annotate",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'active'", [
      process,
    ]);
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    await endSoon(client);
  }
}

/** Ends a connection, politely if the server answers. */
export async function endSoon(client: pg.Client): Promise<void> {
  const timer = setTimeout(() => breakOff(client), 1000);
  await client.end().catch(() => undefined);
  clearTimeout(timer);
}

/** Ends a connection as a failure of the network would. */
export function breakOff(client: pg.ClientBase): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: { destroy(): void } } };
  connection.stream.destroy();
}
