import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/catalogue/entry.ts";
import { entries } from "../../src/catalogue/index.ts";
import { laws } from "./laws.ts";

const folder = new URL("../../src/catalogue/entries/", import.meta.url);
const files = readdirSync(folder);

/** Every row of every file, before the catalogue sorts them and drops what stands twice. */
const rows = (await Promise.all(files.map(read))).flat();

describe.each(Object.entries(laws))("%s", (_sentence, { broken, spoil }) => {
  test("in all rows", () => {
    expect(broken(rows)).toEqual([]);
  });

  test("and a row that breaks it is noticed", () => {
    const [one, other] = [rows.find(({ code }) => code === 10054), rows.find(({ code }) => code === 10060)];
    const rest = rows.filter((row) => row !== one && row !== other);
    expect(broken([...rest, ...spoil(one as Entry, other as Entry)])).not.toEqual([]);
  });
});

test("the catalogue has every row of every file, ascending by code", () => {
  expect(entries).toEqual(rows.toSorted((a, b) => a.code - b.code));
});

test.each(files)("%s has the codes of its category, ascending", async (file) => {
  const own = await read(file);
  expect(own.map(({ category }) => `${category}.ts`)).toEqual(own.map(() => file));
  expect(own).toEqual(own.toSorted((a, b) => a.code - b.code));
});

// The reference is kept beside the project and not in it.
const reference = new URL("../../../shared/reference/winsock-codes.csv", import.meta.url);
const isThere = existsSync(reference);
if (!isThere) console.log("skipped: the list of reference codes is not beside the project");

test.skipIf(!isThere)("the codes are those of the reference and the two that Windows added later", () => {
  const listed = readFileSync(reference, "utf8").trim().split(/\r?\n/).slice(1);
  const added = ["11032,WSA_SECURE_HOST_NOT_FOUND", "11033,WSA_IPSEC_NAME_POLICY_ERROR"];
  expect(entries.map(({ code, name }) => `${code},${name}`)).toEqual([...listed, ...added]);
});

test("there are 97 codes", () => {
  expect(entries).toHaveLength(97);
});

async function read(file: string): Promise<readonly Entry[]> {
  const module: Record<string, readonly Entry[]> = await import(new URL(file, folder).href);
  return Object.values(module).flat();
}
