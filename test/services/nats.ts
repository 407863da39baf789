import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { programPath } from "./programs.mjs";

/** A private server with JetStream on a free port of the loopback address, with its data in a temporary folder. */
export interface NatsServer {
  readonly url: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
  /** Ends the server as a failure of its machine would; its data stays. */
  kill(): Promise<void>;
  /** Starts a killed server again, on its port and with its data. */
  restart(): Promise<void>;
}

/** Starts a server and waits until it takes connections; `options` are further arguments of its command line. */
export async function startNats(options: readonly string[] = []): Promise<NatsServer> {
  const path = programPath("nats-server");
  if (path === null) throw new Error("nats-server is not installed");
  const data = mkdtempSync(join(tmpdir(), "wsa-nats-"));
  const port = await freePort();
  const args = ["--addr", "127.0.0.1", "--port", `${port}`, "--jetstream", "--store_dir", data, ...options];
  let running: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null) return;
    ending.kill(signal);
    await once(ending, "exit");
  };
  const server: NatsServer = {
    url: `nats://127.0.0.1:${port}`,
    async stop() {
      await end("SIGKILL");
      rmSync(data, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    async restart() {
      running = await ready(spawn(path, args, { stdio: ["ignore", "ignore", "pipe"] }));
    },
  };
  await server.restart();
  return server;
}

/** Resolves when the server says that it is ready, and reads what it says later. */
async function ready(server: ChildProcess): Promise<ChildProcess> {
  const stderr = server.stderr as NodeJS.ReadableStream;
  let said = "";
  await new Promise<void>((resolve, reject) => {
    stderr.on("data", (bytes) => {
      if (said.length < 10_000) said += bytes;
      if (said.includes("Server is ready")) resolve();
    });
    server.once("exit", () => reject(new Error(`nats-server has ended:\n${said}`)));
  });
  return server;
}
