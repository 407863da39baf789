import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";
import { codes, scratchFolder } from "../store/scratch.ts";
import { codesOf, readLog, resumeLog, storedCounts } from "./reading.ts";

const folder = scratchFolder();

type Step =
  | { readonly do: "append"; readonly lines: readonly string[]; readonly partial: string }
  | { readonly do: "finish line"; readonly rest: string }
  | { readonly do: "rename" | "copy and truncate" | "compress" | "delete" | "truncate" }
  | { readonly do: "trim"; readonly keep: number }
  | { readonly do: "refill"; readonly lines: readonly string[] }
  | {
      readonly do: "run";
      readonly group: number;
      readonly flushEvery: number;
      readonly how: "whole" | "broken" | "killed";
    };

const line = fc.constantFrom("started", "error 10054", "error 10061 from 10054", "x".repeat(900), "10054 ".repeat(60));
const partial = fc.constantFrom("", "", "error 1005", "error 10054", "err", "id=0 error 10054");
const lines = fc.array(line, { maxLength: 12 });
const run = fc.record({
  do: fc.constant("run" as const),
  group: fc.integer({ min: 1, max: 9 }),
  flushEvery: fc.integer({ min: 0, max: 4 }),
  how: fc.constantFrom("whole" as const, "whole" as const, "broken" as const, "killed" as const),
});
const growing = fc.oneof(
  fc.record({ do: fc.constant("append" as const), lines, partial }),
  fc.record({ do: fc.constant("finish line" as const), rest: fc.constantFrom("\n", "4\n", " again\n") }),
  fc.record({ do: fc.constantFrom("rename" as const, "copy and truncate" as const, "compress" as const) }),
  run,
);
const shrinking = fc.oneof(
  fc.record({ do: fc.constantFrom("delete" as const, "truncate" as const) }),
  fc.record({ do: fc.constant("trim" as const), keep: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constant("refill" as const), lines }),
);

interface Log {
  content: string;
  isPacked: boolean;
}

/** Logs on a disk, newest first: their content now, and that of every life that was cut short. */
class Disk {
  logs: Log[] = [{ content: "", isPacked: false }];
  gone: string[] = [];
  /** Last lines without an end that were read: one of them may be cut before it is read again. */
  tails: string[] = [];
  #id = 0;

  apply(step: Step): void {
    const current = this.logs[0] as Log;
    switch (step.do) {
      case "append":
        current.content += this.#write(step.lines) + step.partial;
        break;
      case "finish line":
        current.content += step.rest;
        break;
      case "rename":
      case "copy and truncate": // What is left on the disk is the same.
        if (current.content !== "") this.logs.unshift({ content: "", isPacked: false });
        break;
      case "compress":
        for (const log of this.logs.slice(1)) log.isPacked = true;
        break;
      case "delete":
      case "truncate":
        this.#replace("");
        break;
      case "trim":
        this.#replace(current.content.slice(0, current.content.length * step.keep));
        break;
      case "refill":
        this.#replace(this.#write(step.lines));
        break;
      case "run":
    }
  }

  #write(texts: readonly string[]): string {
    return texts.map((text) => `id=${++this.#id} ${text}\n`).join("");
  }

  #replace(content: string): void {
    const current = this.logs[0] as Log;
    this.gone.push(current.content);
    current.content = content;
  }
}

/** Counted independently. A numbered line is the same wherever it is; any other line is one of its own. */
function occurrences(logs: readonly string[]): Record<number, number> {
  const all = logs.flatMap((log, index) =>
    log.split("\n").map((text, number) => (/^id=[1-9]/.test(text) ? text : `${text} in ${index}:${number}`)),
  );
  const sums: Record<number, number> = {};
  for (const text of new Set(all)) for (const code of codesOf(text)) sums[code] = (sums[code] ?? 0) + 1;
  return sums;
}

async function play(steps: readonly Step[], check: (store: Store, disk: Disk) => Promise<void>): Promise<void> {
  const path = join(folder, `${Math.random()}.db`);
  const store = await openSqliteStore({ path, codes });
  const disk = new Disk();
  for (const step of [...steps, { do: "run", group: 4, flushEvery: 2, how: "whole" } as const]) {
    disk.apply(step);
    if (step.do !== "run") continue;
    for (const [age, log] of [...disk.logs.entries()].reverse()) {
      const name = `app.log${age === 0 ? "" : `.${age}`}${log.isPacked ? ".gz" : ""}`;
      const seen = step.how === "whole" ? log.content : log.content.slice(0, log.content.length / 2);
      disk.tails.push(seen.slice(seen.lastIndexOf("\n") + 1));
      // A packed log cannot be read but from its beginning.
      if (log.isPacked || step.how !== "whole")
        await readLog(store, name, seen, step, { ended: step.how === "whole", left: step.how === "killed" });
      else await resumeLog(store, name, seen, step);
    }
    if (step.how === "whole") await check(store, disk);
  }
  await store.close();
}

test("every occurrence is counted once however a log grows, is rotated, broken off and read again", async () => {
  const property = fc.asyncProperty(fc.array(growing, { maxLength: 14 }), (steps) =>
    play(steps, async (store, disk) => {
      const { logs } = disk;
      expect(await storedCounts(store)).toEqual(occurrences(logs.map(({ content }) => content)));
    }),
  );
  await fc.assert(property, { numRuns: 100 });
});

test("no occurrence that is still there is missing when logs are cut and replaced, and none is counted twice", async () => {
  const property = fc.asyncProperty(fc.array(fc.oneof(growing, growing, shrinking), { maxLength: 14 }), (steps) =>
    play(steps, async (store, disk) => {
      const stored = await storedCounts(store);
      const there = disk.logs.map(({ content }) => content);
      const least = occurrences(there);
      const most = occurrences([...there, ...disk.gone, ...disk.tails]);
      for (const code of [10054, 10061]) {
        expect(stored[code] ?? 0).toBeGreaterThanOrEqual(least[code] ?? 0);
        expect(stored[code] ?? 0).toBeLessThanOrEqual(most[code] ?? 0);
      }
    }),
  );
  await fc.assert(property, { numRuns: 100 });
});
