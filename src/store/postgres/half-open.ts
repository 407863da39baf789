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
  let timer = setTimeout(ask, askAfterMs);
  let isOver = false;

  async function ask(): Promise<void> {
    const isAtWork = await knows(connectionString, processOf(client));
    if (isOver) return;
    if (isAtWork) timer = setTimeout(ask, askAfterMs);
    else breakOff(client);
  }

  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** The number of the server's process, as it said when the connection was made. */
function processOf(client: pg.ClientBase): number {
  return (client as { readonly processID?: number | null }).processID ?? 0;
}

/** Whether a server is at work for a process of its own; true behind a pool of connections, whose process ids are not the server's. */
async function knows(connectionString: string, process: number): Promise<boolean> {
  const client = new pg.Client({
    ...{ connectionString, connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS },
    application_name: "wsa-annotate",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ own: number; n: number }>(
      `SELECT pg_backend_pid() AS own, count(*)::int AS n FROM pg_stat_activity WHERE pid = $1 AND state = 'active'`,
      [process],
    );
    const [{ own, n } = { own: 0, n: 0 }] = rows;
    return n > 0 || own !== processOf(client);
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
