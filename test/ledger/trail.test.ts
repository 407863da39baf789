import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintOf, tailBytes } from "../../src/ledger/fingerprint.ts";
import { Trail } from "../../src/ledger/trail.ts";
import { logStem } from "../../src/log/log-name.ts";

test.each([
  ["app.log", "app.log"],
  ["/var/log/app.log.1", "app.log"],
  ["C:\\logs\\app.log.old", "app.log"],
  ["app.log.2.gz", "app.log"],
  ["app.log.zst", "app.log"],
  ["app.log.xz", "app.log"],
  ["app.log.1.bz2", "app.log"],
  ["app.log.bak", "app.log"],
  ["app.log-20261122", "app.log"],
  ["app.log-20261122.gz", "app.log"],
  ["app.log-2026112208.gz", "app.log"],
  ["app.log.2026-11-22", "app.log"],
  ["app.log.2026-11-22_08-30.2.gz", "app.log"],
  ["app-2026-11-22.log", "app-2026-11-22.log"],
  ["app2.log", "app2.log"],
  [".1", ".1"],
  ["20261122", "20261122"],
])("the stem of %s is %s", (name, stem) => {
  expect(logStem(name)).toBe(stem);
});

test("a trail knows the bytes before its last line start, however they come", () => {
  const text = fc
    .array(fc.constantFrom("a\n", "b", "\n", "c".repeat(700), `${"d".repeat(1500)}\n`))
    .map((parts) => parts.join(""));
  const property = fc.property(text, fc.array(fc.integer({ min: 1, max: 3000 })), (content, sizes) => {
    const trail = new Trail();
    for (let at = 0, index = 0; at < content.length; index++) {
      const piece = content.slice(at, at + (sizes[index % Math.max(1, sizes.length)] ?? 500));
      trail.see(piece);
      trail.follow(piece);
      at += piece.length;
      const lineStart = content.lastIndexOf("\n", at - 1) + 1;
      expect(trail.lineStart).toBe(lineStart);
      expect(trail.tail()).toEqual(fingerprintOf(content.slice(Math.max(0, lineStart - tailBytes), lineStart)));
      expect(trail.endsWith(fingerprintOf(content.slice(Math.max(0, at - 10), at)))).toBe(true);
    }
    expect(trail.head).toBe(content.slice(0, 4096));
  });
  fc.assert(property);
});
