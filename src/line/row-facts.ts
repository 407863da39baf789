import type { Operation } from "../catalogue/entry.ts";
import { toLowerCase } from "../text/byte-string.ts";
import { provenOperation } from "./operation.ts";

/** What the columns of a row show of the connection that failed. */
export interface RowFacts {
  readonly operation: Operation | null;
  readonly endpoint: string | null;
}

/** Columns with the host of the other side, the more telling first, and the column with its port. */
const remoteColumns: readonly (readonly [hosts: readonly string[], port: string])[] = [
  [["remote-endpoint"], ""],
  [["r-host", "r-dns", "r-ip"], "r-port"],
  [["s-supplier-name", "s-supplier-ip"], ""],
  [["remote-host", "remote-ip"], "remote-port"],
  [["dst-host", "dst-ip"], "dst-port"],
];
/** The site that was asked for: what failed only where a proxy asks others for it. */
const askedOfProxy: (typeof remoteColumns)[number] = [["cs-host"], "cs-uri-port"];
const client: (typeof remoteColumns)[number] = [["c-ip", "client-ip"], "c-port"];

/** A connection that was there: network down, aborted, reset, not connected, shut down, timed out. */
const codesOfConnections = new Set([10050, 10052, 10053, 10054, 10057, 10058, 10060]);
/** A gateway's own answer: its connection to the server behind it failed. */
const statusOfGateway = /^50[234]$/;
const address = /^(?:\[[\da-f:.%]{2,60}\]|[\w.-]{1,253})(?::\d{1,5})?$/i;
const v6 = /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?:%\w{1,16})?$/i;

/** Returns what a row shows of a failure with this code; `valueIn` returns the value of a column, "" for none. */
export function rowFacts(code: number, valueIn: (name: string) => string): RowFacts {
  const operation = provenOperation(code);
  const isServer = valueIn("sc-win32-status") !== "";
  const columns = isServer ? remoteColumns : [...remoteColumns, askedOfProxy];
  for (const column of columns) {
    const endpoint = endpointIn(column, valueIn);
    if (endpoint !== null) return { operation, endpoint };
  }
  const isClient = isServer && codesOfConnections.has(code) && !statusOfGateway.test(valueIn("sc-status"));
  return { operation, endpoint: isClient ? endpointIn(client, valueIn) : null };
}

function endpointIn([hosts, port]: (typeof remoteColumns)[number], valueIn: (name: string) => string): string | null {
  for (const name of hosts) {
    const value = toLowerCase(valueIn(name));
    const host = v6.test(value) ? `[${value}]` : value;
    if (!address.test(host) || !/[^\d.:-]/.test(host.replace(/^\d+(?:\.\d+){3}/, "a"))) continue;
    const number = /^\d{1,5}$/.test(valueIn(port)) && !/[^\]]:\d+$|\]:\d+$/.test(host) ? Number(valueIn(port)) : 0;
    return number > 0 ? `${host}:${number}` : host;
  }
  return null;
}
