import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { programPath } from "./programs.mjs";

/** A private server on a free port of the loopback address, with its data in a temporary folder. */
export interface RedisServer {
  readonly url: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
  /** Ends the server as a failure of its machine would; its data stays. */
  kill(): Promise<void>;
  /** Starts a killed server again, on its port and with its data. */
  restart(): Promise<void>;
}

/** Starts a server and waits until it takes connections; `options` are further arguments of its command line. */
export async function startRedis(options: readonly string[] = []): Promise<RedisServer> {
  const path = programPath("redis-server");
  if (path === null) throw new Error("redis-server is not installed");
  const data = mkdtempSync(join(tmpdir(), "wsa-redis-"));
  const port = await freePort();
  const args = ["--bind", "127.0.0.1", "--port", `${port}`, "--dir", data, "--appendonly", "yes", "--save", ""];
  let running: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null) return;
    ending.kill(signal);
    await once(ending, "exit");
  };
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await end("SIGKILL");
      rmSync(data, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    async restart() {
      running = await ready(spawn(path, [...args, ...options], { stdio: ["ignore", "pipe", "ignore"] }));
    },
  };
  await server.restart();
  return server;
}

/** Resolves when the server says that it is ready, and reads what it says later. */
async function ready(server: ChildProcess): Promise<ChildProcess> {
  const stdout = server.stdout as NodeJS.ReadableStream;
  let said = "";
  await new Promise<void>((resolve, reject) => {
    stdout.on("data", (bytes) => {
      if (said.length < 10_000) said += bytes;
      if (said.includes("Ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`redis-server has ended:\n${said}`)));
  });
  return server;
}
