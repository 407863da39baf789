import pg from "pg";
import { connectionString } from "./connection-string.ts";
import { pickServer } from "./hosts.ts";

const EVERY_MS = 1000;
const AGAIN_AFTER_MS = 1000;

/** The channel of a schema's store: no identifier is too long for it. */
const CHANNEL = "'wsa_annotate_' || md5(current_schema())";

/** Tells that something was committed. Not within the transaction: those that notify are committed one after the other. */
export const announcement = `SELECT pg_notify(${CHANNEL}, '')`;

/** Lets a thing be said at once, and once a second at most; what was said last is never left out. */
export function createAnnouncer(say: () => Promise<unknown>) {
  let said = 0;
  let timer: NodeJS.Timeout | undefined;
  let saying: Promise<unknown> = Promise.resolve();

  function now(): void {
    timer = undefined;
    said = Date.now();
    // Who listens looks by himself too, now and then.
    saying = say().catch(() => undefined);
  }

  return {
    announce(): void {
      const waitMs = said + EVERY_MS - Date.now();
      if (waitMs <= 0) now();
      else timer ??= setTimeout(now, waitMs).unref();
    },
    async close(): Promise<void> {
      if (timer !== undefined) {
        clearTimeout(timer);
        now();
      }
      await saying;
    },
  };
}

/** Calls back after commits of others, and after each time that they may have been missed, until it is closed. */
export function listenTo(address: string, changed: () => void): { close(): Promise<void> } {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    let next: pg.Client | null = null;
    const again = () => {
      if (client !== next || isClosed) return;
      client = null;
      timer = setTimeout(begin, AGAIN_AFTER_MS).unref();
    };
    try {
      const text = connectionString(await pickServer(address));
      if (isClosed) return;
      next = new pg.Client({
        ...{ connectionString: text, application_name: "wsa-annotate page" },
        // An idle connection that is gone without a word is noticed in half a minute.
        ...{ keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
      });
      client = next;
      next.on("error", again);
      next.on("end", again);
      next.on("notification", changed);
      await next.connect();
      const { rows } = await next.query<{ channel: string }>(`SELECT ${CHANNEL} AS channel`);
      await next.query(`LISTEN ${rows[0]?.channel}`);
      changed();
    } catch {
      again();
      await next?.end().catch(() => undefined);
    }
  }

  function begin(): void {
    if (!isClosed) void connect();
  }

  begin();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
