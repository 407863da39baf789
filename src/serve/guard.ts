import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** Why a request is refused. */
export interface Refusal {
  readonly status: 400 | 403 | 405;
  readonly reason: string;
}

/**
 * Returns why a request is refused, or null. A page of another site can make a browser send requests here, across origins
 * or under its own name that resolves to this machine; Host, Origin and Sec-Fetch-Site show it, and no page can forge them.
 */
export function refusalOf({ method, url = "", headers, rawHeaders }: IncomingMessage, port: number): Refusal | null {
  if (method !== "GET" && method !== "HEAD") return { status: 405, reason: "only GET and HEAD" };
  if (hasTwins(rawHeaders)) return { status: 400, reason: "a header is there twice" };
  if (!isOurs(headers, port)) return { status: 403, reason: "only for pages of this address on this machine" };
  if (!url.startsWith("/")) return { status: 400, reason: "not a path" };
  return null;
}

function isOurs({ host, origin, "sec-fetch-site": site }: IncomingHttpHeaders, port: number): boolean {
  const hosts = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false;
  if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`)) return false;
  return site !== "cross-site";
}

/** Whether a header that says who asks comes twice: of two, Node shows the first and whatever is before it may mean the last. */
function hasTwins(rawHeaders: readonly string[]): boolean {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  return ["host", "origin", "sec-fetch-site"].some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}
