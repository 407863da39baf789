import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLogs } from "../../src/sources/file/find-logs.ts";
import { temporaryFolder } from "../program.ts";

test("a search in folders ends when it is asked to", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "below"));
  for (const name of ["a.log", "below/b.log"]) writeFileSync(join(folder, name), "x\n");
  expect((await findLogs([folder], false)).files).toHaveLength(2);
  expect((await findLogs([folder], false, AbortSignal.abort())).files).toHaveLength(0);
});
