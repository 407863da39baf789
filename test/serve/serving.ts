import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { run, start } from "../program.ts";

/** A running `serve`. */
export interface Serving {
  readonly port: number;
  readonly url: string;
  readonly child: ChildProcessWithoutNullStreams;
}

/** Starts `serve` on a free port and waits for its address; it is killed with the test. */
export async function serving(
  store: string,
  args: readonly string[] = ["--port", "0"],
  options: { home?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Serving> {
  const child = start(["serve", "--store", store, ...args], options);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const failed = once(child, "exit").then(async () => {
    throw new Error(`serve ended: ${await text(child.stderr)}`);
  });
  failed.catch(() => undefined);
  const [url] = await Promise.race([once(createInterface(child.stdout), "line"), failed]);
  return { child, url, port: Number(new URL(url).port) };
}

/** Counts lines into a store with a real `annotate`. */
export async function count(store: string, lines: readonly string[], source: string): Promise<void> {
  const { code, stderr } = await run(["annotate", "--store", store, "--source", source], {
    input: lines.map((line) => `${line}\n`).join(""),
  });
  if (code !== 0) throw new Error(stderr);
}

/** What a request is answered with. */
export interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** Asks with any headers; without an own `Host` it is the right one. */
export async function ask(
  port: number,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false });
  asked.end();
  const [response] = await once(asked, "response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Sends bytes as they are and returns what comes back until the connection ends. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(bytes);
  return await text(socket);
}

/** Opens the event stream and reads it as it comes. */
export function listenTo(port: number): { readonly heard: () => string; close(): void } {
  let heard = "";
  const asked = request({ host: "127.0.0.1", port, path: "/events", agent: false }, (response) => {
    response.setEncoding("utf8").on("data", (part) => {
      heard += part;
    });
    response.on("error", () => undefined);
  });
  asked.on("error", () => undefined).end();
  onTestFinished(() => {
    asked.destroy();
  });
  return { heard: () => heard, close: () => asked.destroy() };
}

/** Looks again with growing waits until it sees what it looks for; gives up after so many seconds. */
export async function poll<Seen>(
  look: () => Seen | Promise<Seen>,
  isThere: (seen: Seen) => boolean,
  seconds = 20,
): Promise<Seen> {
  const deadline = Date.now() + 1000 * seconds;
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 1.5, 250)) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`not seen in time; last: ${String(seen).slice(0, 2000)}`);
    await sleep(waitMs);
  }
}
