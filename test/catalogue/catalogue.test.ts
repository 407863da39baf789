import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCatalogue } from "../../src/catalogue/catalogue.ts";
import { catalogue, entries } from "../../src/catalogue/index.ts";
import { hexOf, hresultOf, ntstatusOf, signedHresultOf, unsignedHresultOf } from "../../src/catalogue/spelling.ts";

test.each([
  ["WSAECONNRESET", 10054],
  ["wsaeconnreset", 10054],
  ["WSANO_ADDRESS", 11004],
  ["WSA_QOS_EUNKNOWNPSOBJ", 11024],
  ["WSA_QOS_EUNKOWNPSOBJ", 11024],
])("%s is found by its name", (name, code) => {
  expect(catalogue.byName(name)?.code).toBe(code);
});

test("what no header names is not found", () => {
  expect(catalogue.byName("WSAStartup")).toBeUndefined();
  expect(catalogue.byName("")).toBeUndefined();
  expect(catalogue.byCode(10055.5)).toBeUndefined();
  expect(catalogue.byCode(0)).toBeUndefined();
});

test("every name leads to the entry that has it", () => {
  expect(catalogue.names).toHaveLength(99);
  for (const name of catalogue.names) {
    const entry = catalogue.byName(name);
    expect([entry?.name, ...(entry?.aliases ?? [])]).toContain(name);
    expect(catalogue.byCode(entry?.code ?? 0)).toBe(entry);
  }
});

test("the order in which entries are given does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries], { minLength: entries.length }), (shuffled) => {
      expect(createCatalogue(shuffled).entries).toEqual(entries);
    }),
    { numRuns: 20 },
  );
});

test("a later entry takes the place of an earlier one with its code", () => {
  const [first] = entries;
  if (first === undefined) throw new Error("the catalogue is empty");
  const renamed = { ...first, name: "OTHER" };
  const changed = createCatalogue([...entries, renamed]);
  expect(changed.byCode(first.code)).toBe(renamed);
  expect(changed.byName("OTHER")).toBe(renamed);
  expect(changed.byName(first.name)).toBeUndefined();
  expect(changed.entries).toHaveLength(entries.length);
});

describe("10054", () => {
  test.each([
    ["hexadecimal", hexOf(10054), "0x2746"],
    ["an HRESULT", hresultOf(10054), "0x80072746"],
    ["an unsigned HRESULT", unsignedHresultOf(10054), 2147952454],
    ["a signed HRESULT", signedHresultOf(10054), -2147014842],
    ["an NTSTATUS", ntstatusOf(10054), "0xC0072746"],
  ])("is spelled as %s", (_how, spelling, expected) => {
    expect(spelling).toBe(expected);
  });
});

test("all spellings of a code hold the same sixteen bits", () => {
  for (const { code } of entries) {
    expect(Number(hexOf(code))).toBe(code);
    expect(Number(hresultOf(code)) - 0x80070000).toBe(code);
    expect(Number(ntstatusOf(code)) - 0xc0070000).toBe(code);
    expect(unsignedHresultOf(code)).toBe(Number(hresultOf(code)));
    expect(signedHresultOf(code)).toBe(unsignedHresultOf(code) | 0);
  }
});

test.each([
  [10054, "yes"],
  [10048, "elsewhere"],
  [10055, "elsewhere"],
  [10061, "elsewhere"],
  [10013, "elsewhere"],
  [10022, "no"],
])("trying again after %i helps: %s", (code, retryable) => {
  expect(catalogue.byCode(code)?.retryable).toBe(retryable);
});
