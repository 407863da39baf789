import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { CatalogueRow } from "../../src/store/store-options.ts";

/** A folder that is removed when the tests of the file are done. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wsa-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const codes: readonly CatalogueRow[] = [
  {
    code: 10054,
    name: "WSAECONNRESET",
    category: "connection",
    retryable: true,
    title_en: "connection reset by peer",
    title_zh: "连接被对方重置",
    catalogue: "winsock",
  },
  {
    code: 10061,
    name: "WSAECONNREFUSED",
    category: "connection",
    retryable: true,
    title_en: "connection refused",
    title_zh: "连接被拒绝",
    catalogue: "winsock",
  },
];
