import { expect, test } from "vitest";
import { knownScope } from "../../../src/report/model/known-scope.ts";
import type { Scope } from "../../../src/store/scope.ts";
import { everything } from "../../store/everything.ts";
import { type Log, memoryStoreOf } from "../sample.ts";

const log = (host: string, name: string): Log => ({ host, name, minutes: [] });

const logs = [
  log("web-1", "/var/log/web-1/app.log"),
  log("web-1", "/var/log/web-1/gateway.log.1"),
  log("web-2", "/var/log/web-2/app.log"),
  log("db-1", "D:\\Logs\\orders.log"),
];

const asked = async (change: Partial<Scope>, known: readonly Log[] = logs): Promise<Scope> =>
  await knownScope(await memoryStoreOf(known), { ...everything, ...change });

test.each([
  [{ host: "web-1" }, null],
  [{ source: "/var/log/web-2/app.log" }, "/var/log/web-2/app.log"],
  [{ source: "web-2/app.log" }, "/var/log/web-2/app.log"],
  [{ source: "app.log", host: "web-2" }, "/var/log/web-2/app.log"],
  [{ source: "gateway" }, "/var/log/web-1/gateway.log.1"],
  [{ source: "gateway.log" }, "/var/log/web-1/gateway.log.1"],
  [{ source: "orders.log" }, "D:\\Logs\\orders.log"],
  [{ source: "Logs/orders.log" }, "D:\\Logs\\orders.log"],
])("%j is known though nothing was found in it", async (change, source) => {
  expect(await asked(change)).toMatchObject({ ...change, source });
});

test.each([
  [
    { host: "web-3" },
    "--host web-3",
    /^nothing was read from a machine/,
    /^known, the nearest first: web-1, web-2, db-1$/,
  ],
  [{ host: "WEB" }, "--host WEB", /^nothing/, /first: web-1, web-2, db-1$/],
  [{ host: "" }, "--host ", /^nothing/, /db-1/],
  [{ source: "order.log" }, "--source order.log", /^no log of this name was read$/, /first: D:\\Logs\\orders.log, /],
  [{ source: "" }, "--source ", /^no log/, /web-1/],
  [{ source: "log" }, "--source log", /^no log/, /orders\.log/],
  [
    { source: "app.log" },
    "--source app.log",
    /^more than one log/,
    /: \/var\/log\/web-1\/app\.log, \/var\/log\/web-2\/app\.log$/,
  ],
  [{ source: "app" }, "--source app", /^more than one log/, /web-1.*web-2/],
  [
    { source: "orders.log", host: "web-1" },
    "--source orders.log",
    /^no log of this name was read on web-1$/,
    /^known, the nearest first: (?!.*orders).*gateway/,
  ],
])("%j is not, and the nearest names come first", async (change, subject, message, hint) => {
  await expect(asked(change)).rejects.toMatchObject({
    ...{ code: "usage", subject, message: expect.stringMatching(message), hint: expect.stringMatching(hint) },
  });
});

test("any name passes where nothing was ever read", async () => {
  expect(await asked({ host: "web-9", source: "a.log" }, [])).toMatchObject({ host: "web-9", source: "a.log" });
});

test("of many names ten are shown, and one with control characters cannot draw on the screen", async () => {
  const many = Array.from({ length: 14 }, (_, i) => log(`node-${String(i).padStart(2, "0")}\x1b[2J`, "a.log"));
  await expect(asked({ host: "node-07" }, many)).rejects.toMatchObject({
    hint: expect.stringMatching(/first: node-07[^\x1b]*node-00[^\x1b]*, and 4 more$/),
  });
});

test("a single known name stands alone", async () => {
  await expect(asked({ host: "web-2" }, [log("web-1", "a.log")])).rejects.toMatchObject({ hint: "known: web-1" });
});
