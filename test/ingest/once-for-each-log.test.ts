import { expect, test } from "vitest";
import type { IngestEvent } from "../../src/ingest/ingest-event.ts";
import { onceForEachLog } from "../../src/ingest/once-for-each-log.ts";

test("a log that is no UTF-8 is reported once, and everything else each time", () => {
  const seen: IngestEvent[] = [];
  const report = onceForEachLog((event) => seen.push(event));
  const odd = (subject: string): IngestEvent => ({ kind: "log-not-utf8", subject, encoding: null });
  const lost: IngestEvent = { kind: "bytes-lost", subject: "a.log", bytes: 1 };
  for (const event of [odd("a.log"), lost, odd("b.log"), odd("a.log"), lost]) report(event);
  expect(seen).toEqual([odd("a.log"), lost, odd("b.log"), lost]);
});
