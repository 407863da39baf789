import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { postgresPrograms } from "./programs.mjs";

export { postgresPrograms };

/** A private server on a free port of the loopback address, with its data in a temporary folder. */
export class PostgresServer {
  readonly port: number;
  readonly #data: string;
  readonly #programs: string;
  readonly #settings: Readonly<Record<string, string>>;
  #process: ChildProcess | null = null;

  private constructor(programs: string, data: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#settings = settings;
    this.#programs = programs;
    this.#data = data;
    this.port = port;
  }

  /** A server that follows another one until that is gone and this one is promoted. */
  static async standbyOf({ port }: PostgresServer): Promise<PostgresServer> {
    return await PostgresServer.#begin((programs, db) => {
      const args = [
        "-h",
        "127.0.0.1",
        "-p",
        String(port),
        "-U",
        "tester",
        "-D",
        db,
        "-R",
        "-X",
        "stream",
        "-c",
        "fast",
      ];
      execFileSync(join(programs, "pg_basebackup"), args, { ...serverUser(), cwd: join(db, ".."), stdio: "pipe" });
    });
  }

  /** @param settings what differs from the usual ones; a test needs no fsync, because its machine is not killed. @param folder where its data is. */
  static async create(
    settings: Readonly<Record<string, string>> = {},
    folder: string = tmpdir(),
  ): Promise<PostgresServer> {
    return await PostgresServer.#begin(
      (programs, db) => {
        const args = ["-D", db, "-A", "trust", "-U", "tester", "-E", "UTF8", "--locale", "C.UTF-8", "-N"];
        execFileSync(join(programs, "initdb"), args, { ...serverUser(), cwd: join(db, ".."), stdio: "pipe" });
      },
      settings,
      folder,
    );
  }

  static async #begin(
    fill: (programs: string, db: string) => void,
    settings: Readonly<Record<string, string>> = {},
    folder: string = tmpdir(),
  ): Promise<PostgresServer> {
    const programs = postgresPrograms();
    if (programs === null) throw new Error("PostgreSQL is not installed");
    const data = mkdtempSync(join(folder, "wsa-postgres-"));
    const user = serverUser();
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid ?? user.uid);
    const server = new PostgresServer(programs, data, await freePort(), settings);
    fill(programs, join(data, "db"));
    await server.start();
    return server;
  }

  /** The address of a database, or of a schema in it that is its own. */
  address(schema?: string): string {
    const options = schema === undefined ? "" : `?options=-csearch_path%3D${schema}`;
    return `postgres://tester@127.0.0.1:${this.port}/postgres${options}`;
  }

  /** Starts the server and waits until it answers. */
  async start(): Promise<void> {
    const settings = {
      // Its process is killed, its machine is not.
      port: this.port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: 400,
      fsync: "off",
      ...this.#settings,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    for (let tries = 0; ; tries++) {
      // It refuses to start as long as a child of a killed one still runs.
      if (this.#process === null || this.#process.exitCode !== null)
        this.#process = spawn(join(this.#programs, "postgres"), ["-D", join(this.#data, "db"), ...args], {
          ...serverUser(),
          cwd: this.#data,
          stdio: "ignore",
        });
      try {
        await this.ask("SELECT 1");
        return;
      } catch (error) {
        if (tries === 600) throw error;
      }
      await sleep(50);
    }
  }

  /** Kills the server as a failure of its machine would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async remove(): Promise<void> {
    await this.#end("SIGQUIT");
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** Has the server show a certificate from now on; its key is copied to where only the server reads it. */
  async showCertificate({ cert, key }: { readonly cert: string; readonly key: string }): Promise<void> {
    const { uid, gid } = serverUser();
    for (const [from, name] of [
      [cert, "server.crt"],
      [key, "server.key"],
    ] as const) {
      const path = join(this.#data, "db", name);
      writeFileSync(path, readFileSync(from), { mode: 0o600 });
      if (uid !== undefined) chownSync(path, uid, gid ?? uid);
    }
    await this.ask("ALTER SYSTEM SET ssl = on");
    await this.ask("SELECT pg_reload_conf()");
  }

  /** Makes a user who has to give a password. */
  async require(user: string, password: string): Promise<void> {
    await this.ask(`CREATE ROLE ${user} LOGIN PASSWORD '${password}'`);
    await this.#rule(`host all ${user} 127.0.0.1/32 scram-sha-256`);
  }

  /** Lets everybody in from a network; the server has to listen there. */
  async letIn(network: string): Promise<void> {
    await this.#rule(`host all all ${network} trust`);
  }

  async #rule(rule: string): Promise<void> {
    const rules = join(this.#data, "db/pg_hba.conf");
    writeFileSync(rules, `${rule}\n${readFileSync(rules, "utf8")}`);
    await this.ask("SELECT pg_reload_conf()");
  }

  /** Asks the server in a connection of its own. */
  async ask<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.address() });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running === null || running.exitCode !== null) return;
    running.kill(signal);
    await once(running, "exit");
  }
}

/** A server for people who try something; tests need more of it. */
export async function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = await PostgresServer.create();
  return { url: server.address(), stop: () => server.remove() };
}

/** PostgreSQL refuses to run as root. */
function serverUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = /^postgres:.*$/m.exec(readFileSync("/etc/passwd", "utf8"))?.[0]?.split(":") ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}
