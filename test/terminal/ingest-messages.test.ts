import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import type { IngestEvent } from "../../src/ingest/ingest-event.ts";
import { reportTo } from "../../src/terminal/ingest-messages.ts";
import type { Io } from "../../src/terminal/io.ts";
import { say } from "../../src/wording.ts";

const error = new WsaError("input", "a.log", say`no such file`, { hint: say`look for it` });
const said = "wsa-annotate: a.log: no such file\n  hint: look for it\n";
const log = { path: "a.log", source: "a.log", size: 1, counted: {} as never };

test.each<[IngestEvent, number, string | null]>([
  [{ kind: "log-failed", error }, 2, said],
  [{ kind: "log-missing", error }, 0, said],
  [{ kind: "store-failed", error, final: false }, 0, said],
  [{ kind: "store-failed", error, final: true }, 2, said],
  [{ kind: "bytes-lost", subject: "a.log", bytes: 7 }, 0, expect.stringMatching(/a\.log: was cut .* 7 bytes .*\n$/)],
  [{ kind: "log-yielded", subject: "a.log" }, 0, expect.stringMatching(/a\.log: another process counts this log/)],
  [
    { kind: "log-not-utf8", subject: "a.log", encoding: "gb18030" },
    0,
    expect.stringMatching(/^wsa-annotate: a\.log: is no UTF-8.*\n {2}hint: .* --encoding gb18030\n$/),
  ],
  [
    { kind: "log-not-utf8", subject: "a.log", encoding: null },
    0,
    expect.stringMatching(/is no UTF-8.*\n {2}hint: name its encoding/),
  ],
  [{ kind: "log-read", log }, 0, null],
  [{ kind: "log-skipped", path: "core", why: "binary" }, 0, null],
  [{ kind: "log-unchanged", path: "a.log" }, 0, null],
  [{ kind: "progress", progress: { bytes: 0, known: 0, total: 0, occurrences: 0 } }, 0, null],
])("%j", (event, exitCode, message) => {
  const stderr = new PassThrough({ encoding: "utf8" });
  const io = { stderr, lang: "en", exitCode: 0 } as unknown as Io;
  reportTo(io)(event);
  expect([io.exitCode, stderr.read()]).toEqual([exitCode, message]);
});

test("what every log meets in the store is said once, and raises the exit code each time", () => {
  const stderr = new PassThrough({ encoding: "utf8" });
  const io = { stderr, lang: "en", exitCode: 0 } as unknown as Io;
  const report = reportTo(io);
  report({ kind: "store-failed", error, final: false });
  report({ kind: "store-failed", error, final: true });
  expect([io.exitCode, stderr.read()]).toEqual([2, said]);
});
