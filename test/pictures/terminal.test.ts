import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { terminalPicture } from "./terminal.mjs";

test.skipIf(process.platform === "win32").each(["en", "zh"] as const)(
  "the picture of a terminal shows what the program prints: %s (else npm run pictures)",
  (lang) => {
    const path = new URL(`../../fixtures/pictures/terminal.${lang}.svg`, import.meta.url);
    expect(terminalPicture(lang)).toBe(readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
  },
);
