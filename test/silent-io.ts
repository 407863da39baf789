import { PassThrough, Writable } from "node:stream";
import type { Io } from "../src/terminal/io.ts";

/** A process without input that keeps what is written to it. */
export function silentIo(): Io & { written(): string } {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return {
    stdin: new PassThrough().end(),
    stdinIsLive: false,
    stdout: output,
    stderr: output,
    env: {},
    platform: "linux",
    lang: "en",
    home: "/nowhere",
    hostname: "test-host",
    cores: 1,
    now: Date.now,
    signal: new AbortController().signal,
    exitCode: 0,
    written: () => text,
  };
}
