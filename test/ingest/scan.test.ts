import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scanOnThread } from "../../src/ingest/scan-on-thread.ts";
import { readLog } from "../../src/read/read-log.ts";
import type { Scan } from "../../src/read/read-scanned.ts";
import { openFileSource } from "../../src/sources/file/file-source.ts";
import { keepingSink, stagesWith } from "../read/stages.ts";
import { scratchFolder } from "../store/scratch.ts";

const path = join(scratchFolder(), "app.log");

/** All that a tally learns of a file behind a position, with the state at its end. */
async function learned(from: number, scan?: Scan): Promise<unknown> {
  const taken: string[] = [];
  let passed = "";
  let state = (): unknown => null;
  const stages = stagesWith(
    {
      // Pieces between two lines with a code may be cut anywhere.
      pass: (bytes, lineEnds) => {
        passed += typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("latin1");
        taken.push(...Array.from({ length: lineEnds }, () => "line"));
      },
      record(bytes, line, codes) {
        taken.push(passed, bytes, JSON.stringify([line, codes]));
        passed = "";
      },
      stay: () => void taken.push("stay"),
      follow: (states) => {
        state = states;
      },
    },
    "json",
  );
  const source = openFileSource(path, { host: "here", zone: "UTC" } as Parameters<typeof openFileSource>[1]);
  const start = { position: from, lines: 0, time: null, occurrences: 0, reading: "", state: null };
  await readLog(source, stages, keepingSink(), new AbortController().signal, from === 0 ? null : start, scan);
  return { taken, passed, state: state(), bytesRead: source.bytesRead() };
}

const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("all is well", "2026-11-03 14:22:07 recv failed: WSAECONNRESET", "    at Shop.Save()"),
  },
  {
    weight: 2,
    arbitrary: fc.nat(9_999_999).map((n) => `2026-11-03 14:22:07 job ${n} connect to db-${n % 9}:5432: error 10061`),
  },
  fc.constantFrom(
    "x".repeat(300_000),
    `${"y ".repeat(200_000)}socket error 10054`,
    "Caused by: WSAECONNRESET",
    "\r",
    "é 十",
  ),
);
const logs = fc
  .tuple(
    fc.array(text, { maxLength: 60 }),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(
    ([lines, times, end, isEnded]) =>
      Array.from({ length: times }, () => lines.join(end)).join(end) + (isEnded ? end : ""),
  );

test("what another thread scans is read as if this one had, from any line on", async () => {
  await fc.assert(
    fc.asyncProperty(logs, fc.nat(), fc.constantFrom("utf8", "utf16le", "latin1"), async (log, place, encoding) => {
      const bytes = Buffer.from(log, encoding as BufferEncoding);
      writeFileSync(path, encoding === "utf16le" ? Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) : bytes);
      const lineStart = encoding === "utf16le" ? 0 : bytes.indexOf(10, place % (bytes.length + 1)) + 1;
      expect(await learned(lineStart, scanOnThread)).toEqual(await learned(lineStart));
    }),
    { numRuns: 40 },
  );
});

test("a file that cannot be read is named, and a scan that is no longer wanted ends", async () => {
  writeFileSync(path, "recv failed: WSAECONNRESET\n".repeat(400_000));
  const file = { fd: 9999, path, from: 0, mends: true, progress: () => undefined, close: () => undefined };
  await expect(async () => {
    for await (const _ of scanOnThread(file)) expect.fail();
  }).rejects.toMatchObject({ code: "input", subject: path });
  const source = openFileSource(path, {} as Parameters<typeof openFileSource>[1]);
  const shared = source.shared?.();
  if (shared == null) throw new Error("a regular file can be shared");
  for await (const { bytesRead } of scanOnThread(shared)) {
    expect(bytesRead).toBeGreaterThan(0);
    break;
  }
  shared.close();
});
