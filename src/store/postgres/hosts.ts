import pg from "pg";
import { connectionString } from "./connection-string.ts";

const HOSTS = /^([a-z]+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/is;
const WANTED = /([?&])target_session_attrs=([^&]*)&?/i;

/** The addresses of single servers that an address with several hosts stands for, and what is wanted of one. */
function serversOf(address: string): { readonly addresses: readonly string[]; readonly wanted: string } {
  const [, wanted = "any"] = WANTED.exec(address)?.slice(1) ?? [];
  const plain = address.replace(WANTED, "$1").replace(/[?&]$/, "");
  const [, login = "", hosts = "", rest = ""] = HOSTS.exec(plain) ?? [];
  if (!hosts.includes(",")) return { addresses: [plain], wanted };
  return { addresses: hosts.split(",").map((host) => `${login}${host}${rest}`), wanted };
}

/**
 * The first of several servers that can be reached and is what is wanted: `primary` and `read-write` take writes. A lone server is
 * taken as it is. Rejects with the failure of the last one.
 */
export async function pickServer(address: string): Promise<string> {
  const { addresses, wanted } = serversOf(address);
  let failure: unknown;
  if (addresses.length === 1) return addresses[0] as string;
  for (const one of addresses) {
    try {
      const isWriter = await takesWrites(one);
      if (isWriter ? !/^(?:standby|read-only)$/i.test(wanted) : !/^(?:primary|read-write)$/i.test(wanted)) return one;
      failure ??= Object.assign(new Error("no such server"), { code: READ_ONLY });
    } catch (cause) {
      failure = cause;
    }
  }
  throw failure;
}

/** The server's own code for a transaction that cannot write: another server may be asked later. */
const READ_ONLY = "25006";

async function takesWrites(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: connectionString(address), connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ transaction_read_only: string }>("SHOW transaction_read_only");
    return rows[0]?.transaction_read_only === "off";
  } finally {
    await client.end().catch(() => undefined);
  }
}
