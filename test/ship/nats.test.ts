import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect, nanos } from "@nats-io/transport-node";
import { describe, expect, onTestFinished, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../program.ts";
import { type NatsServer, startNats } from "../services/nats.ts";
import { programPath } from "../services/programs.mjs";
import { type Stored, takenByLife } from "./broker.ts";

const isThere = programPath("nats-server") !== null;
const STREAM = "LOGS";

/** A server, and what its stream holds. */
async function openStream({ windowMs = 120_000, config = {} } = {}) {
  const server = await startNats();
  onTestFinished(() => server.stop());
  const admin = await withAdmin(server, async (manager) =>
    manager.streams.add({ name: STREAM, subjects: ["logs.>"], duplicate_window: nanos(windowMs), ...config }),
  );
  return { server, to: `${server.url}/${STREAM}`, info: admin };
}

type Manager = Awaited<ReturnType<typeof jetstreamManager>>;

async function withAdmin<Result>(server: NatsServer, work: (manager: Manager) => Promise<Result>): Promise<Result> {
  const connection = await connect({ servers: server.url });
  try {
    return await work(await jetstreamManager(connection));
  } finally {
    await connection.close();
  }
}

function messagesIn(server: NatsServer): Promise<(Stored & { readonly subject: string })[]> {
  return withAdmin(server, async (manager) => {
    const { state } = await manager.streams.info(STREAM);
    const found: (Stored & { readonly subject: string })[] = [];
    for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
      const message = await manager.streams.getMessage(STREAM, { seq });
      if (message === null) throw new Error(`no message ${seq}`);
      const header = (name: string) => message.header.get(name);
      found.push({
        id: header("Nats-Msg-Id"),
        generation: header("Wsa-Generation"),
        offset: Number(header("Wsa-Offset")),
        name: decodeURIComponent(header("Wsa-Source")),
        text: Buffer.from(message.data).toString(),
        subject: message.subject,
      });
    }
    return found;
  });
}

/** Waits until the stream has more messages than so many; resolves to how many it has, or null when the time is over. */
async function more(server: NatsServer, than: number, tries = 100): Promise<number | null> {
  for (let left = tries; left > 0; left--) {
    const count = await withAdmin(server, async (manager) => (await manager.streams.info(STREAM)).state.messages).catch(
      () => than,
    );
    if (count > than) return count;
    await sleep(20);
  }
  return null;
}

async function kill(program: ChildProcessWithoutNullStreams): Promise<void> {
  if (program.exitCode !== null) return;
  program.kill("SIGKILL");
  await once(program, "exit");
}

/** A log that grows and is rotated and packed meanwhile. */
class Writer {
  readonly log: string;
  all = "";
  #number = 0;

  constructor(folder: string) {
    this.log = join(folder, "app.log");
    writeFileSync(this.log, "");
  }

  write(n: number): void {
    let text = "";
    for (let i = 0; i < n; i++) text += `2026-11-20T01:02:03Z line ${++this.#number} 连接失败 error 10061\n`;
    this.all += text;
    // A shipper may see any part of it.
    const half = Math.floor(text.length / 2);
    appendFileSync(this.log, text.slice(0, half));
    appendFileSync(this.log, text.slice(half));
  }

  rotate(): void {
    for (const [from, to] of [
      [2, 3],
      [1, 2],
    ] as const) {
      if (existsSync(`${this.log}.${from}.gz`)) renameSync(`${this.log}.${from}.gz`, `${this.log}.${to}.gz`);
    }
    if (existsSync(`${this.log}.1`)) {
      writeFileSync(`${this.log}.2.gz`, gzipSync(readFileSync(`${this.log}.1`)));
      rmSync(`${this.log}.1`);
    }
    renameSync(this.log, `${this.log}.1`);
    writeFileSync(this.log, "");
  }
}

describe.runIf(isThere)("ship to a stream of NATS", () => {
  test.each([
    ["remembers what it has", 120_000],
    ["forgets at once what it has", 100],
  ])("shipper and broker are killed while a log is rotated, and the broker %s", async (_, windowMs) => {
    const { server, to } = await openStream({ windowMs });
    const home = temporaryFolder();
    const folder = join(home, "logs");
    mkdirSync(folder);
    const writer = new Writer(folder);
    let known = 0;
    for (let round = 0; round < 4; round++) {
      const program = start(["ship", folder, "--to", to, "--follow"], { home });
      program.stderr.resume();
      writer.write(2000);
      // The first is killed with its first message on the way, others between two of them.
      known = (await more(server, known, round === 0 ? 1000 : 20)) ?? known;
      writer.write(500);
      if (round % 3 === 1) writer.rotate();
      if (round % 3 === 2) {
        await server.kill();
        writer.write(100);
        await server.restart();
        known = (await more(server, known)) ?? known;
      }
      writer.write(10);
      await kill(program);
    }
    const { code, stderr } = await run(["ship", folder, "--to", to], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining(to) });
    const taken = [...takenByLife(await messagesIn(server)).values()].join("");
    expect(taken.length).toBe(writer.all.length);
    expect(taken).toBe(writer.all);
  });

  test("messages have a host, a source, a place and a name of their own", async () => {
    const { server, to } = await openStream();
    const home = temporaryFolder();
    writeFileSync(join(home, "日志.log"), "first\nsecond\n");
    await run(["ship", "日志.log", "--to", to, "--host", "web 1.local"], { home });
    appendFileSync(join(home, "日志.log"), "third\n");
    await run(["ship", "日志.log", "--to", to, "--host", "web 1.local"], { home });
    const messages = await messagesIn(server);
    const generation = messages[0]?.generation ?? "";
    expect(generation).toMatch(/^[0-9a-f-]{36}$/);
    const common = { generation, name: "日志.log", subject: "logs.web_1_local" };
    expect(messages).toEqual([
      { ...common, offset: 0, id: `${generation}:0`, text: "first\nsecond\n" },
      { ...common, offset: 13, id: `${generation}:13`, text: "third\n" },
    ]);
  });

  test("lines wait in the log while the broker is away, which is said once", async () => {
    const { server, to } = await openStream();
    const home = temporaryFolder();
    const log = join(home, "app.log");
    const line = `${"x".repeat(1000)}\n`;
    writeFileSync(log, line);
    const program = start(["ship", log, "--to", to, "--follow"], { home });
    program.stderr.setEncoding("utf8");
    let said = "";
    program.stderr.on("data", (text) => {
      said += text;
    });
    expect(await more(server, 0, 1000)).toBe(1);
    await server.kill();
    for (let i = 0; i < 20; i++) appendFileSync(log, line.repeat(200));
    while (!said.includes("cannot be reached")) await once(program.stderr, "data");
    await server.restart();
    const all = line.repeat(4001);
    let taken = "";
    for (let tries = 0; taken.length < all.length && tries < 200; tries++) {
      await sleep(50);
      taken = [...takenByLife(await messagesIn(server)).values()].join("");
    }
    program.kill("SIGINT");
    const { code } = await ended(program);
    expect(code).toBe(130);
    expect(taken === all).toBe(true);
    expect(said.match(/cannot be reached/g)).toHaveLength(1);
  });

  test("a stream that is full refuses, and takes the rest when it has room", async () => {
    const { server, to } = await openStream({ config: { max_bytes: 200_000, discard: "new" } });
    const home = temporaryFolder();
    const text = Array.from({ length: 20_000 }, (_, n) => `line ${n} of a log\n`).join("");
    writeFileSync(join(home, "app.log"), text);
    const full = await run(["ship", "app.log", "--to", to], { home });
    expect(full.code).toBe(2);
    expect(full.stderr).toMatch(/app\.log|LOGS.*: refuses what is sent: maximum bytes exceeded/);
    expect(full.stderr).not.toMatch(/bug|\bat .*\.js/);
    await withAdmin(server, (manager) => manager.streams.update(STREAM, { max_bytes: -1 }));
    expect((await run(["ship", "app.log", "--to", to], { home })).code).toBe(0);
    expect([...takenByLife(await messagesIn(server)).values()].join("")).toBe(text);
  });

  test("what is wrong with an address or a server is said in a sentence", async () => {
    const { server } = await openStream();
    const home = temporaryFolder();
    writeFileSync(join(home, "app.log"), "line\n");
    const outputs = await Promise.all(
      [
        "nats://127.0.0.1:1/LOGS",
        `${server.url}/NONE`,
        `${server.url.replace("//", "//someone:s3cr3t@")}/NONE`,
        server.url,
        `${server.url}/LOGS?creds=none.creds`,
        "http://127.0.0.1/LOGS",
      ].map((to) => run(["ship", "app.log", "--to", to], { home })),
    );
    for (const { code, stderr } of outputs) {
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/s3cr3t|bug|\bat .*\.js/);
    }
    expect(outputs.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
      "wsa-annotate: nats://127.0.0.1:1/LOGS: cannot be reached: connection refused",
      `wsa-annotate: ${server.url}/NONE: there is no such stream`,
      `wsa-annotate: ${server.url}/NONE: there is no such stream`,
      `wsa-annotate: ${server.url}: names no stream`,
      `wsa-annotate: none.creds: cannot be read, and should have what ${server.url}/LOGS?creds=none.creds asks for`,
      "wsa-annotate: http://127.0.0.1/LOGS: is no address of a broker",
    ]);
  });
});
