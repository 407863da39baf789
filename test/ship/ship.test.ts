import { appendFileSync, copyFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import type { Publisher } from "../../src/ship/publisher.ts";
import { ship } from "../../src/ship/ship.ts";
import type { ShipEvent } from "../../src/ship/ship-event.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { say } from "../../src/wording.ts";
import { temporaryFolder } from "../program.ts";
import { Broker } from "./broker.ts";

let stores = 0;
let made = 0;

/** Lines that no other log has. */
function lines(n: number): string {
  return Array.from({ length: n }, () => `2026-11-20T01:02:03Z line ${++made}: error 10061\n`).join("");
}

async function shipped(path: string, positions: Store, publisher: Publisher): Promise<ShipEvent[]> {
  const events: ShipEvent[] = [];
  await ship([path], {
    ...{ positions, publisher, follow: false, now: Date.now },
    fileOptions: { host: "here" },
    signal: new AbortController().signal,
    onEvent: (event) => events.push(event),
  });
  return events;
}

describe("ship", () => {
  let folder: string;
  let log: string;
  let positions: Store;
  let broker: Broker;

  beforeEach(async () => {
    folder = temporaryFolder();
    log = join(folder, "app.log");
    positions = await openStore(`memory:ship-${++stores}`, { codes: [] });
    broker = new Broker();
  });

  const again = () => shipped(folder, positions, broker.publisher());

  test("sends what is new, whatever the log is called by then", async () => {
    const [first, second, third] = [lines(200), lines(3), lines(2)] as const;
    writeFileSync(log, first);
    await again();
    expect(broker.taken()).toBe(first);
    await again();
    appendFileSync(log, second);
    await again();
    renameSync(log, `${log}.1`);
    writeFileSync(log, third);
    await again();
    writeFileSync(`${log}.1.gz`, gzipSync(first + second));
    await again();
    expect(broker.messages.map(({ text }) => text).join("")).toBe(first + second + third);
  });

  test("sends of an archive only what was not sent of the log", async () => {
    const [first, second] = [lines(400), lines(7)] as const;
    writeFileSync(log, first);
    await again();
    renameSync(log, join(folder, "elsewhere"));
    writeFileSync(`${log}.1.gz`, gzipSync(first + second));
    writeFileSync(join(folder, "elsewhere"), "");
    await again();
    expect(broker.taken()).toBe(first + second);
    expect(broker.messages.map(({ text }) => text).join("")).toBe(first + second);
  });

  test("sends nothing of a copy, and what comes later of both", async () => {
    const first = lines(300);
    writeFileSync(log, first);
    await again();
    copyFileSync(log, join(folder, "copy.log"));
    await again();
    expect(broker.messages.map(({ text }) => text).join("")).toBe(first);
    const [one, other] = [lines(2), lines(2)];
    appendFileSync(log, one);
    appendFileSync(join(folder, "copy.log"), other);
    await again();
    const texts = broker.messages.map(({ text }) => text).join("");
    expect(texts.slice(first.length)).toHaveLength((one + other).length);
    for (const text of [one, other]) expect(texts).toContain(text);
  });

  test("waits for the end of a line, and says so", async () => {
    writeFileSync(log, `${lines(1)}unfin`);
    expect(await again()).toContainEqual({ kind: "line-waits", subject: log, bytes: 5 });
    appendFileSync(log, "ished\n");
    await again();
    expect(broker.taken()).toMatch(/^2026.*\nunfinished\n$/);
  });

  test("refuses positions of another stream before it sends anything", async () => {
    writeFileSync(log, lines(1));
    await again();
    appendFileSync(log, lines(1));
    const other = new Broker();
    const events = await shipped(folder, positions, { ...other.publisher(), identity: "another" });
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "log-failed", error: expect.objectContaining({ code: "usage" }) }),
    );
    expect(other.messages).toEqual([]);
  });

  test("sends later what a broker refuses now, and goes on with the other logs", async () => {
    const [a, b] = [lines(2), lines(2)] as const;
    writeFileSync(join(folder, "a.log"), a);
    writeFileSync(join(folder, "b.log"), b);
    const refusing = broker.publisher(async (message) => {
      if (message.source.name.endsWith("a.log")) throw new WsaError("output", "test", say`does not answer`);
      return broker.store(message);
    });
    expect((await shipped(folder, positions, refusing)).filter(({ kind }) => kind === "log-failed")).toHaveLength(1);
    expect(broker.taken()).toBe(b);
    await again();
    expect(broker.taken()).toBe(b + a);
  });

  test("says what it could not send because the log is gone, and goes on", async () => {
    const gone = lines(3);
    writeFileSync(log, gone);
    const dead = broker.publisher(() => Promise.reject(new Error("killed")));
    await expect(shipped(folder, positions, dead)).rejects.toThrow("killed");
    const rewritten = lines(5);
    writeFileSync(log, rewritten);
    expect(await again()).toContainEqual({ kind: "bytes-gone", subject: log, bytes: gone.length });
    expect(broker.taken()).toBe(rewritten);
  });
});
