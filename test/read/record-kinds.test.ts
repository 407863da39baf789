import { expect, test } from "vitest";
import { read } from "./reading.ts";
import { recordKinds } from "./record-kinds.ts";

test.each(recordKinds)("$name counts as a person would", async ({ log, failures, posixNames = false }) => {
  expect((await read(log, { posixNames })).failures).toEqual(failures);
});

test.each(recordKinds)("$name counts the same wherever it is cut and read on", async ({ log, posixNames = false }) => {
  const whole = await read(log, { posixNames });
  for (const { index } of log.matchAll(/\n/g)) {
    const first = await read(log.slice(0, index + 1), { posixNames });
    const rest = await read(log, { posixNames, from: { ...first.done, state: first.state } });
    expect([...first.rows.slice(0, first.done.rows), ...rest.rows]).toEqual(whole.rows);
  }
});

test.each(recordKinds)("$name counts the same in pieces", async ({ log, posixNames = false }) => {
  const cuts = Array.from({ length: Math.ceil(log.length / 7) }, (_, n) => 7 * n);
  const whole = await read(log, { posixNames });
  expect(await read(log, { posixNames, cuts })).toMatchObject({ rows: whole.rows, json: whole.json });
});
