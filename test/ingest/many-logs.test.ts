import fs, { mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ingest, openStore } from "../../src/index.ts";
import { temporaryFolder } from "../program.ts";

const linesOf = (name: string, n: number) =>
  Array.from({ length: n }, (_, id) => `2026-11-20T08:00:00Z ${name} id=${id} connect to db:5432: error 10061\n`).join(
    "",
  );

/** Counts names that are listed, files that are opened and files that are looked at. */
async function looksDuring(act: () => Promise<unknown>): Promise<number> {
  let looks = 0;
  const { readdirSync, openSync, statSync } = fs;
  const counted = <Fn extends (...args: never[]) => unknown>(call: Fn) =>
    ((...args: Parameters<Fn>) => {
      const result = call(...args);
      looks += Array.isArray(result) ? result.length : 1;
      return result;
    }) as unknown as Fn;
  Object.assign(fs, { readdirSync: counted(readdirSync), openSync: counted(openSync), statSync: counted(statSync) });
  syncBuiltinESMExports();
  try {
    await act();
    return looks;
  } finally {
    Object.assign(fs, { readdirSync, openSync, statSync });
    syncBuiltinESMExports();
  }
}

const logs = 200;

// Short ones are looked for in other files, because they are known by their names.
test.each([20, 100])("many logs of %i lines that are rotated at once are looked at a few times each", async (lines) => {
  const folder = join(temporaryFolder(), "logs");
  const store = await openStore(join(folder, "../counts.db"));
  onTestFinished(() => store.close());
  mkdirSync(folder);
  for (let i = 0; i < logs; i++) writeFileSync(join(folder, `svc-${i}.log`), linesOf(`svc-${i}`, lines));
  await ingest([folder], { store });
  for (const name of readdirSync(folder)) {
    renameSync(join(folder, name), join(folder, `${name}.1`));
    writeFileSync(join(folder, name), linesOf(`second life of ${name}`, 1));
  }
  // As old as it is when a run begins.
  fs.utimesSync(folder, new Date("2026-11-20"), new Date("2026-11-20"));
  let occurrences = 0;
  const looks = await looksDuring(async () => {
    ({ occurrences } = await ingest([folder], { store }));
  });
  expect(occurrences).toBe(logs);
  expect(looks).toBeLessThan(50 * logs);
});
