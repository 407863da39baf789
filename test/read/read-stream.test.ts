import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import type { LineVisitor } from "../../src/read/line-visitor.ts";
import { programLiterals } from "../../src/read/literals.ts";
import { readStream } from "../../src/read/read-stream.ts";
import { createSieve } from "../../src/sieve/load-sieve.ts";

const { signal } = new AbortController();
const sieve = createSieve(programLiterals());
const passing: LineVisitor = {
  pass: (lines) => lines,
  line: (line) => line,
  window: ({ bytes }) => bytes,
  waits: () => false,
  settle: () => "",
  release() {},
};
const read = (input: Readable, sink: Writable) => readStream(input, sieve, passing, { sink, signal });
const listenersOf = (sink: Writable) => sink.eventNames().map((name) => [name, sink.listenerCount(name)]);

/** Keeps what it gets, a piece a turn of the event loop. */
function slowSink() {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    highWaterMark: 1,
    write(bytes, _encoding, done) {
      pieces.push(bytes);
      setImmediate(done);
    },
  });
  return { sink, written: () => Buffer.concat(pieces).toString() };
}

test("an output that is slower than its input gets everything, and keeps nothing of the logs that it got", async () => {
  const { sink, written } = slowSink();
  const before = listenersOf(sink);
  for (const text of ["one\ntwo\n", "three\n", "four"]) await read(Readable.from([Buffer.from(text)]), sink);
  expect(written()).toBe("one\ntwo\nthree\nfour");
  expect(listenersOf(sink)).toEqual(before);
});

test("an output that fails, or is closed while it is waited for, ends the reading", async () => {
  const endless = () =>
    Readable.from(
      (function* () {
        for (;;) yield Buffer.from("line\n".repeat(20_000));
      })(),
    );
  const failing = new Writable({ highWaterMark: 1, write: (_bytes, _encoding, done) => done(new Error("full")) });
  await expect(read(endless(), failing)).rejects.toThrow("full");
  await expect(read(endless(), failing)).rejects.toThrow("full");
  const stuck = new Writable({ highWaterMark: 1, write: () => setImmediate(() => stuck.destroy()) });
  await expect(read(endless(), stuck)).rejects.toThrow();
});

test("an output that fails while nothing comes ends the reading", async () => {
  const sink = new Writable({ write: (_bytes, _encoding, done) => done() });
  const reading = read(new Readable({ read() {} }), sink);
  sink.destroy(new Error("full"));
  await expect(reading).rejects.toThrow("full");
});
