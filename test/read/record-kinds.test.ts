import { expect, test } from "vitest";
import { read } from "./reading.ts";
import { recordKinds } from "./record-kinds.ts";

test.each(recordKinds)("$name counts as a person would", async ({ log, failures, posixNames = false }) => {
  expect((await read(log, { posixNames })).failures).toEqual(failures);
});
