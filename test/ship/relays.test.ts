import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { FIXTURES, run, temporaryFolder } from "../program.ts";
import { freePort } from "../services/free-port.ts";
import { programPath, unpacked } from "../services/programs.mjs";

interface Relay {
  readonly path: string | null;
  readonly config: string;
  /** Begins the process in the foreground. */
  readonly args: (config: string, home: string) => readonly string[];
  /** The place of the port in its configuration. */
  readonly port: RegExp;
}

const relays: Readonly<Record<string, Relay>> = {
  rsyslog: {
    path: programPath("rsyslogd"),
    config: "rsyslog.conf",
    args: (config, home) => ["-n", "-f", config, "-i", join(home, "pid"), "-M", modules()],
    port: /"514"/,
  },
  "syslog-ng": {
    path: programPath("syslog-ng"),
    config: "syslog-ng.conf",
    args: (config, home) => [
      ...["-F", "--no-caps", "-f", config, `--persist-file=${join(home, "persist")}`],
      ...[`--pidfile=${join(home, "pid")}`, `--control=${join(home, "control")}`],
    ],
    port: /(?<=port\()514/,
  },
};

/** Modules are where the package was unpacked, or in the system. */
function modules(): string {
  const folders = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map((machine) => `/usr/lib/${machine}/rsyslog`);
  return [...folders.map((folder) => `${unpacked}${folder}`), ...folders].find(existsSync) ?? "";
}

/** Starts a relay with the configuration that people get, in a folder and on a port of its own. */
async function startRelay({ path, config, args, port: place }: Relay) {
  const home = temporaryFolder();
  const port = await freePort();
  const text = readFileSync(join(FIXTURES, "shippers", config), "utf8");
  const hosts = join(home, "hosts");
  const file = join(home, config);
  const own = text.replaceAll("/var/log/hosts", hosts).replace(place, (digits) => digits.replace("514", String(port)));
  writeFileSync(file, own);
  const relay = spawn(path ?? "", args(file, home), { stdio: "ignore" });
  onTestFinished(() => end(relay));
  return { home, hosts, port };
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  process.kill("SIGKILL");
  await once(process, "exit");
}

/** Sends lines as soon as the relay listens. */
async function send(port: number, text: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      socket.end(text);
      await once(socket, "close");
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(20);
    }
  }
}

const messages = [
  "<13>Nov 20 01:02:03 web-1 app[42]: connect to 10.0.0.5:5432 failed: error 10061",
  "<14>1 2026-11-20T01:02:04.500+01:00 web-2 svc 7 - - 连接被重置 WSAECONNRESET",
  "<14>1 2026-11-20T01:03:05+01:00 web-2 svc 7 - - read: error 10054, then error 10060",
];

for (const [name, relay] of Object.entries(relays))
  test.runIf(relay.path !== null)(`what ${name} writes has its host, its time and its text`, async () => {
    const { home, hosts, port } = await startRelay(relay);
    await send(port, messages.map((message) => `${message}\n`).join(""));
    const logs = ["web-1", "web-2"].map((host) => join(hosts, host, "syslog.log"));
    const written = () => logs.filter(existsSync).flatMap((log) => readFileSync(log, "utf8").split("\n").slice(0, -1));
    for (let tries = 0; written().length < messages.length && tries < 400; tries++) await sleep(20);
    const store = join(home, "counts.db");
    const counted = await run(["ingest", hosts, "--host-from", "folder", "--store", store]);
    expect(counted).toMatchObject({ code: 0 });
    const sql = `SELECT host, code, strftime('%H:%M', minute, 'unixepoch') AS time, n FROM counts
      JOIN generations ON generations.id = generation_id JOIN sources ON sources.id = source_id ORDER BY host, code`;
    const { stdout } = await run(["query", sql, "--format", "csv", "--store", store]);
    expect(stdout.replaceAll("\r", "").trim().split("\n").slice(1)).toEqual([
      // Without a zone, a time is the relay's own.
      expect.stringMatching(/^web-1,10061,\d\d:02,1$/),
      "web-2,10054,00:02,1",
      "web-2,10054,00:03,1",
      "web-2,10060,00:03,1",
    ]);
    expect(written()).toContainEqual(
      expect.stringMatching(/^2026-11-20T01:02:04\.500\+01:00 web-2 svc\[7\].* 连接被重置 WSAECONNRESET$/),
    );
  });
