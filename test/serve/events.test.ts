import { PassThrough, Writable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { type Events, openEvents } from "../../src/serve/events.ts";

function open(options: Parameters<typeof openEvents>[0] = {}): Events {
  const events = openEvents(options);
  onTestFinished(() => events.close());
  return events;
}

test("a listener hears the latest event when it comes, and every one after that", () => {
  const events = open();
  events.send("change", "1");
  events.send("change", "2");
  const listener = new PassThrough();
  expect(events.add(listener)).toBe(true);
  events.send("change", "3");
  expect(String(listener.read())).toBe("retry: 1000\n\nevent: change\ndata: 2\n\nevent: change\ndata: 3\n\n");
});

test("a listener that never reads is dropped before its buffer grows, and the others hear on", () => {
  const events = open();
  const stuck = new Writable({ highWaterMark: 1000, write() {} });
  const other = new PassThrough();
  events.add(stuck);
  events.add(other);
  let told = 0;
  for (; !stuck.destroyed && told < 10_000; told++) events.send("change", String(told));
  expect(stuck.destroyed).toBe(true);
  expect(stuck.writableLength).toBeLessThan(1100);
  events.send("change", "after");
  expect(String(other.read())).toContain("data: after");
});

test("there is room for so many and no more, until one leaves", async () => {
  const events = open({ most: 2 });
  const first = new PassThrough();
  expect([events.add(first), events.add(new PassThrough()), events.add(new PassThrough())]).toEqual([
    true,
    true,
    false,
  ]);
  first.destroy();
  await new Promise((resolve) => first.once("close", resolve));
  expect(events.add(new PassThrough())).toBe(true);
});

test("an idle connection is kept alive", async () => {
  const listener = new PassThrough();
  open({ beatMs: 1 }).add(listener);
  for await (const part of listener) if (String(part).includes(":\n\n")) break;
});

test("closing ends every listener", async () => {
  const events = open();
  const listener = new PassThrough();
  events.add(listener);
  events.close();
  for await (const part of listener) expect(String(part)).toContain("retry");
  expect(listener.readableEnded).toBe(true);
});
