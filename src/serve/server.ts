import { once } from "node:events";
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Events } from "./events.ts";
import { refusalOf } from "./guard.ts";
import { type CachedResponse, textResponse } from "./response-cache.ts";

/** Responds to requests for one path; `parameters` are what follows the question mark. */
export type Route = (parameters: URLSearchParams) => Promise<CachedResponse>;

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number;
  /** By path; `/events` is the server's own. Nothing else is served: no path ever reaches a file. */
  readonly routes: Readonly<Record<string, Route>>;
  readonly events: Events;
  readonly headers: Readonly<Record<string, string>>;
  /** Receives errors that are bugs; the request gets a 500. */
  readonly failed: (error: unknown) => void;
}

/** A server on this machine's own address. */
export interface Server {
  readonly port: number;
  /** Ends every connection; responses that are being sent get a moment to arrive. */
  close(): Promise<void>;
}

/** Opens a server on 127.0.0.1; rejects with the system's error when the port cannot be had. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { port, events } = options;
  const server = createServer(limits, (request, response) => {
    void respond(request, response, portOf(server.address()), options);
  });
  server.timeout = 30_000; // A connection on which nothing has moved for this long is closed; listeners get beats.
  keepRoom(server);
  server.listen({ host: "127.0.0.1", port });
  await once(server, "listening");
  return {
    port: portOf(server.address()),
    async close() {
      events.close();
      const closed = once(server, "close");
      server.close();
      const insist = setTimeout(() => server.closeAllConnections(), 500);
      await closed;
      clearTimeout(insist);
    },
  };
}

/**
 * Makes room for every new connection: beyond the limit the oldest one that is no listener is closed, else the oldest. All
 * peers have this machine's address, so whoever opens connections and stalls would otherwise keep everybody else out.
 */
function keepRoom(server: HttpServer): void {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    if (sockets.size <= MOST_CONNECTIONS) return;
    const [oldest] = sockets;
    const idle = [...sockets].find((one) => !listening.has(one)) ?? oldest;
    idle?.destroy();
  });
}

const MOST_CONNECTIONS = 1000;

/** Connections that get events. */
const listening = new WeakSet<Socket>();

const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  { routes, events, headers, failed }: ServerOptions,
): Promise<void> {
  for (const [name, value] of Object.entries({ ...ownHeaders, ...headers })) response.setHeader(name, value);
  const refusal = refusalOf(request, port);
  if (refusal?.status === 405) response.setHeader("Allow", "GET, HEAD");
  if (refusal !== null) return send(request, response, plain(refusal.status, refusal.reason));

  const [path = "", query = ""] = (request.url ?? "").split(/\?(.*)/s, 2);
  if (path === "/events" && request.method === "GET") return listen(request, response, events);
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (route === undefined) return send(request, response, plain(404, "nothing here"));
  try {
    send(request, response, await route(new URLSearchParams(query)));
  } catch (error) {
    failed(error);
    send(request, response, plain(500, "this is a bug; the terminal shows more"));
  }
}

/** There is no CORS header anywhere: browsers keep from other origins what they may not read. */
const ownHeaders = {
  "Cache-Control": "no-cache",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, etag }: CachedResponse): void {
  response.setHeader("ETag", etag);
  const isKnown = status === 200 && request.headers["if-none-match"] === etag;
  if (isKnown) response.writeHead(304).end();
  else response.writeHead(status, { "Content-Type": type, "Content-Length": body.length }).end(body);
}

function listen(request: IncomingMessage, response: ServerResponse, events: Events): void {
  response.setHeader("Content-Type", "text/event-stream; charset=utf-8");
  if (events.add(response)) {
    listening.add(request.socket);
    return;
  }
  response.removeHeader("Content-Type");
  send(request, response, plain(503, "too many listeners"));
}

function plain(status: number, text: string): CachedResponse {
  return textResponse(status, "text/plain; charset=utf-8", `${text}\n`);
}

function portOf(address: AddressInfo | string | null): number {
  return (address as AddressInfo).port;
}
