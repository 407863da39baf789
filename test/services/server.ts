import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { programPath } from "./programs.mjs";

/** A private server on a free port, with its data in a temporary folder. */
export interface Server {
  readonly url: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
  /** Ends the server as a failure of its machine would; its data stays. */
  kill(): Promise<void>;
  /** Starts a killed server again, on its port and with its data. */
  restart(): Promise<void>;
}

/** How a kind of server is started. */
export interface ServerKind {
  /** The name of its program. */
  readonly program: string;
  readonly scheme: string;
  readonly args: (address: string, port: number, data: string) => readonly string[];
  /** What it says on either output when it takes connections. */
  readonly ready: string;
}

/** Where a server is started. */
export interface Place {
  readonly address?: string;
  readonly port?: number;
  /** What its command line begins with. */
  readonly within?: readonly string[];
}

/** Starts a server and waits until it takes connections; `options` are further arguments of its command line. */
export async function openServer(
  { program, scheme, args, ready }: ServerKind,
  options: readonly string[],
  { address = "127.0.0.1", within = [], ...place }: Place = {},
): Promise<Server> {
  const path = programPath(program);
  if (path === null) throw new Error(`${program} is not installed`);
  const data = mkdtempSync(join(tmpdir(), `wsa-${scheme}-`));
  const port = place.port ?? (await freePort());
  const [command = path, ...rest] = [...within, path, ...args(address, port, data), ...options];
  let running: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null) return;
    ending.kill(signal);
    await once(ending, "exit");
  };
  const server: Server = {
    url: `${scheme}://${address}:${port}`,
    async stop() {
      await end("SIGKILL");
      rmSync(data, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    async restart() {
      running = await untilSaid(spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] }), ready);
    },
  };
  await server.restart();
  return server;
}

/** Resolves when a process says something, and reads what it says later. */
async function untilSaid(child: ChildProcess, what: string): Promise<ChildProcess> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr])
      output?.on("data", (bytes) => {
        if (said.length < 10_000) said += bytes;
        if (said.includes(what)) resolve();
      });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`${child.spawnfile} has ended:\n${said}`)));
  });
  return child;
}
