import { writeFileSync } from "node:fs";
import { PassThrough, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Renderer } from "../../src/annotate/renderer.ts";
import { annotateLogs } from "../../src/ingest/annotate-logs.ts";
import { createStdinSource } from "../../src/sources/stdin.ts";
import { logLines } from "../commands/counted.ts";
import { storedCounts } from "../ledger/reading.ts";
import { scene } from "./scene.ts";

const renderer: Renderer = {
  plain: (lines) => lines,
  annotated: ({ body, lineEnd }) => `! ${body}${lineEnd}`,
};

const failingSink = (code: string) =>
  new Writable({
    write: (_bytes, _encoding, done) => done(Object.assign(new Error(code), { code, syscall: "write" })),
  }).on("error", () => undefined);

test("logs pass through in the order of the inputs, counted; what fails is reported", async () => {
  const { store, path, options, events } = await scene();
  writeFileSync(path("a.log"), "plain\nrecv failed: 10054\n");
  writeFileSync(path("b.log"), "b\n");
  const stdin = createStdinSource(new PassThrough().end("connect error 10061\n"), {
    ...{ live: false, host: "here", name: undefined, encoding: "bytes" as const },
  });
  const sink = new PassThrough();
  const inputs = [path("b.log"), path("none"), stdin, path("a.*")];
  const totals = await annotateLogs(inputs, { ...options, renderer, sink });
  sink.end();
  expect(await text(sink)).toBe("b\n! connect error 10061\nplain\n! recv failed: 10054\n");
  expect(totals).toMatchObject({ isStored: true, occurrences: 2 });
  expect(await storedCounts(store)).toEqual({ 10054: 1, 10061: 1 });
  expect(events).toMatchObject([{ kind: "log-failed", error: { subject: path("none"), message: "no such file" } }]);
});

test("a copy of a log that has grown since passes through and counts nothing", async () => {
  const { store, path, options } = await scene();
  const annotate = async (name: string) => {
    const sink = new PassThrough();
    const shown = text(sink);
    await annotateLogs([path(name)], { ...options, renderer, sink });
    sink.end();
    return (await shown).split("\n").length - 1;
  };
  writeFileSync(path("copy.log"), logLines(0, 200));
  writeFileSync(path("a.log"), logLines(0, 300));
  expect([await annotate("a.log"), await annotate("copy.log")]).toEqual([300, 200]);
  expect(await storedCounts(store)).toEqual({ 10054: 300 });
});

test("reading ends without an error when nobody reads the sink any more, and with one when it fails", async () => {
  const { path, options, events } = await scene();
  for (const name of ["a.log", "b.log"]) writeFileSync(path(name), logLines(0, 9));
  const inputs = [path("a.log"), path("b.log"), path("none")];
  const unread = await annotateLogs(inputs, { ...options, renderer, sink: failingSink("EPIPE") });
  expect(unread.occurrences).toBeLessThanOrEqual(9);
  await expect(annotateLogs(inputs, { ...options, renderer, sink: failingSink("ENOSPC") })).rejects.toThrow("ENOSPC");
  expect(events).toEqual([]);
});
