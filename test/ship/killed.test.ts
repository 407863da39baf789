import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ship } from "../../src/ship/ship.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../program.ts";
import { Broker } from "./broker.ts";

let made = 0;

const lines = (n: number) => Array.from({ length: n }, () => `line ${++made} error 10061\n`).join("");

/** Counts the steps of a run, and kills it before or behind one of them: nothing that it does from then on arrives. */
class Killer {
  #left: number;
  isDead = false;

  constructor(steps: number) {
    this.#left = steps;
  }

  async step<Result>(act: () => Promise<Result>): Promise<Result> {
    this.#pass();
    const result = await act();
    this.#pass();
    return result;
  }

  #pass(): void {
    if (this.isDead || --this.#left < 0) {
      this.isDead = true;
      throw new Error("killed");
    }
  }
}

async function run(folder: string, store: Store, broker: Broker, killer: Killer): Promise<void> {
  const positions: Store = { ...store, commit: (batch) => killer.step(() => store.commit(batch)) };
  await ship([folder], {
    ...{ positions, follow: false, now: Date.now, fileOptions: { host: "here" } },
    publisher: broker.publisher((message) => killer.step(async () => broker.store(message)), 2048),
    signal: new AbortController().signal,
    onEvent: () => undefined,
  }).catch((error) => {
    if (!killer.isDead) throw error;
  });
}

/** What happens to a log between two runs; returns what was added. */
const changes: Readonly<Record<string, (log: string, text: string) => string>> = {
  nothing: () => "",
  "it grows": (log) => {
    const more = lines(3);
    appendFileSync(log, more);
    return more;
  },
  "it is rotated": (log) => {
    const [rest, fresh] = [lines(2), lines(4)] as const;
    appendFileSync(log, rest);
    renameSync(log, `${log}.1`);
    writeFileSync(log, fresh);
    return rest + fresh;
  },
  "it is packed": (log, text) => {
    const [rest, fresh] = [lines(2), lines(4)] as const;
    writeFileSync(`${log}.1.gz`, gzipSync(text + rest));
    rmSync(log);
    writeFileSync(log, fresh);
    return rest + fresh;
  },
};

describe.each([
  ["a broker that drops what it has", 1000],
  ["a broker that keeps all", 0],
])("killed at every step, with %s", (_, window) => {
  test.each([
    ["a short log", 5],
    ["a long log", 300],
  ])("%s arrives once", async (_, n) => {
    for (const [what, change] of Object.entries(changes)) {
      let isDead = true;
      for (let steps = 0; isDead; steps++) {
        // As many kills of the second run as fit in the time.
        for (const second of [1, Number.POSITIVE_INFINITY]) {
          const log = join(temporaryFolder(), "app.log");
          const folder = join(log, "..");
          const store = await openStore(`memory:killed-${++made}`, { codes: [] });
          const broker = new Broker(window);
          const text = lines(n);
          writeFileSync(log, text);
          const killer = new Killer(steps);
          await run(folder, store, broker, killer);
          const expected = text + change(log, text);
          await run(folder, store, broker, new Killer(second));
          await run(folder, store, broker, new Killer(Number.POSITIVE_INFINITY));
          isDead = killer.isDead;
          expect(broker.taken().length, `${what}, killed at ${steps} and ${second}`).toBe(expected.length);
          expect(new Set(broker.taken().split("\n"))).toEqual(new Set(expected.split("\n")));
        }
      }
    }
  });
});
