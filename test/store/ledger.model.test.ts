import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Store } from "../../src/store/index.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { codesOf, readLog, storedCounts } from "./reading.ts";
import { codes, scratchFolder } from "./scratch.ts";

const folder = scratchFolder();

type Step =
  | { readonly do: "append"; readonly lines: readonly string[]; readonly partial: string }
  | { readonly do: "finish line"; readonly rest: string }
  | { readonly do: "rotate" }
  | { readonly do: "truncate" }
  | { readonly do: "replace"; readonly lines: readonly string[] }
  | { readonly do: "run"; readonly group: number; readonly flushEvery: number; readonly brokenOff: boolean };

const line = fc.constantFrom("started", "error 10054", "error 10061 from 10054", "x".repeat(900), "10054 ".repeat(60));
const partial = fc.constantFrom("", "", "error 1005", "error 10054", "err", "id=0 error 10054");
const lines = fc.array(line, { maxLength: 12 });
const run = fc.record({
  do: fc.constant("run" as const),
  group: fc.integer({ min: 1, max: 9 }),
  flushEvery: fc.integer({ min: 0, max: 4 }),
  brokenOff: fc.boolean(),
});
const growing = fc.oneof(
  fc.record({ do: fc.constant("append" as const), lines, partial }),
  fc.record({ do: fc.constant("finish line" as const), rest: fc.constantFrom("\n", "4\n", " again\n") }),
  fc.constant({ do: "rotate" as const }),
  run,
);
const shrinking = fc.oneof(
  fc.constant({ do: "truncate" as const }),
  fc.record({ do: fc.constant("replace" as const), lines }),
);

/** Logs on a disk: what stands in them now, and every life that was cut short. */
class Disk {
  logs: string[] = [""];
  gone: string[] = [];
  /** Last lines without an end that were read: one of them may be cut before it is read again. */
  tails: string[] = [];
  #id = 0;

  apply(step: Step): void {
    const current = this.logs[0] ?? "";
    switch (step.do) {
      case "append":
        this.logs[0] = current + step.lines.map((text) => `id=${++this.#id} ${text}\n`).join("") + step.partial;
        break;
      case "finish line":
        this.logs[0] = current + step.rest;
        break;
      case "rotate":
        if (current !== "") this.logs.unshift("");
        break;
      case "truncate":
        this.gone.push(current);
        this.logs[0] = "";
        break;
      case "replace":
        this.gone.push(current);
        this.logs[0] = step.lines.map((text) => `id=${++this.#id} ${text}\n`).join("");
        break;
      case "run":
    }
  }
}

function occurrences(logs: readonly string[]): Record<number, number> {
  const sums: Record<number, number> = {};
  for (const text of logs.join("\n\n").split("\n"))
    for (const code of codesOf(text)) sums[code] = (sums[code] ?? 0) + 1;
  return sums;
}

async function play(steps: readonly Step[], check: (store: Store, disk: Disk) => Promise<void>): Promise<void> {
  const path = join(folder, `${Math.random()}.db`);
  const store = await openSqliteStore({ path, codes });
  const disk = new Disk();
  for (const step of [...steps, { do: "run", group: 4, flushEvery: 2, brokenOff: false } as const]) {
    disk.apply(step);
    if (step.do !== "run") continue;
    for (const [age, content] of [...disk.logs.entries()].reverse()) {
      const seen = step.brokenOff ? content.slice(0, content.length / 2) : content;
      disk.tails.push(seen.slice(seen.lastIndexOf("\n") + 1));
      await readLog(store, age === 0 ? "app.log" : `app.log.${age}`, seen, step, { ended: !step.brokenOff });
    }
    if (!step.brokenOff) await check(store, disk);
  }
  await store.close();
}

test("every occurrence is counted once however a log grows, is rotated, broken off and read again", async () => {
  const property = fc.asyncProperty(fc.array(growing, { maxLength: 14 }), (steps) =>
    play(steps, async (store, disk) => {
      expect(await storedCounts(store)).toEqual(occurrences(disk.logs));
    }),
  );
  await fc.assert(property, { numRuns: 100 });
});

test("no occurrence that is still there is missing when logs are cut and replaced, and none is counted twice", async () => {
  const property = fc.asyncProperty(fc.array(fc.oneof(growing, growing, shrinking), { maxLength: 14 }), (steps) =>
    play(steps, async (store, disk) => {
      const stored = await storedCounts(store);
      const least = occurrences(disk.logs);
      const most = occurrences([...disk.logs, ...disk.gone, ...disk.tails]);
      for (const code of [10054, 10061]) {
        expect(stored[code] ?? 0).toBeGreaterThanOrEqual(least[code] ?? 0);
        expect(stored[code] ?? 0).toBeLessThanOrEqual(most[code] ?? 0);
      }
    }),
  );
  await fc.assert(property, { numRuns: 100 });
});
