import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../../src/recognise/messages/index.ts";
import type { Messages } from "../../../src/recognise/messages/messages.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const names = new Intl.DisplayNames("en", { type: "language" });

const nameOf = (tag: string, { certain, likely, isPartial }: Messages): string => {
  if (tag === "zh-hans") return "Chinese (simplified and traditional)";
  const known = new Set([...certain, ...likely].map(([code]) => code));
  return isPartial ? `${names.of(tag)} (${[...known].join(", ")})` : (names.of(tag) as string);
};

test("the README names each language, and of one that is known in part its codes", () => {
  const row = readme.split("\n").find((line) => line.startsWith("| `message` |"));
  const listed = Object.entries<Messages>(languages).filter(([tag]) => tag !== "zh-hant");
  for (const isPartial of [undefined, true]) {
    const texts = listed.filter(([, table]) => table.isPartial === isPartial).map(([tag, table]) => nameOf(tag, table));
    expect(row).toContain(texts.join(", "));
  }
});
