import { expect, test } from "vitest";
import { formatBytes } from "../../src/text/format-bytes.ts";

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [99.94 * 2 ** 10, "99.9 KiB"],
  [99.96 * 2 ** 10, "100 KiB"],
  [900 * 2 ** 20, "900 MiB"],
  [41.2 * 2 ** 30, "41.2 GiB"],
  [2 ** 60, "1024 PiB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
