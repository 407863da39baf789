import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/catalogue/entry.ts";
import { entries } from "../../src/catalogue/index.ts";
import { sieveFor } from "../../src/read/literals.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { toBytes } from "../../src/text/byte-string.ts";

const model = entries.find(({ code }) => code === 10061) as Entry;
const own = (code: number, fields: Partial<Entry>): Entry => ({
  ...model,
  code,
  aliases: [],
  catalogue: "acme",
  ...fields,
});

const catalogue: readonly Entry[] = [
  ...entries.map((entry) => (entry.code === 10060 ? { ...entry, cues: ["acme rc"], ignore: ["widgets"] } : entry)),
  own(20017, {
    name: "ACME_LICENCE_BUSY",
    aliases: ["LICBUSY"],
    cues: ["acme error", "ACME-", "许可错误"],
    ignore: ["order"],
  }),
  own(7, { name: "ACME_SEVEN", cues: ["acme error"] }),
  own(70001, { name: "ACME_NAMED" }),
];

const recognise = createRecognise({ catalogue });
const sieve = sieveFor(catalogue);

/** Codes and confidences that are found in a line, as the program finds them: the sieve lets it through first. */
function codesIn(text: string): (string | number)[] {
  const bytes = toBytes(text);
  sieve.reserve(bytes.length);
  sieve.bytes.set(Buffer.from(bytes, "latin1"));
  const findings = recognise(bytes);
  if (sieve.candidates(0, bytes.length) === 0) expect(findings, "found behind the sieve").toEqual([]);
  return findings.map(({ code, form }) => (form === "own" ? code : `${form} ${code}`));
}

describe("a code of one's own is found", () => {
  const found: readonly (readonly [string, ...number[]])[] = [
    ["ERR ACME_LICENCE_BUSY while opening", 20017],
    ["acme_licence_busy", 20017],
    ["(LicBusy)", 20017],
    ["ACME_NAMED: gone", 70001],
    ["Acme error 20017", 20017],
    ["acme  error code: 20017", 20017],
    ["acme error (20017)", 20017],
    ["acme error=[20017]", 20017],
    ["acme error 0x4E31 seen", 20017],
    ["acme error 0x00004e31", 20017],
    ["ACME-20017: all licences in use", 20017],
    ["许可错误：20017", 20017],
    ["acme error 7", 7],
    ["acme error: 20017, acme error 7", 20017, 7],
    ["acme rc = 10060", 10060],
  ];
  test.each(found.map(([line, ...codes]) => [line, codes] as const))("%s", (line, codes) =>
    expect(codesIn(line)).toEqual(codes),
  );
});

describe("another number stays what it is", () => {
  test.each([
    "error 20017 on socket",
    "20017 clients",
    "acme errors seen since the start of the month: 20017",
    "myacme error 20017",
    "acme error 20017 ms",
    "acme error 120017",
    "acme error 20017.5",
    "acme error 3.20017",
    "acme error at db-2:20017",
    "XACME-20017",
    "ACME-200171",
    "XACME_NAMED",
    "ACME_NAMED_TOO",
    "acme error 70001",
    "acme error 8",
    "acme error order 20017",
    "acme error: 20017 order lines",
    "acme rc 10060 widgets",
    "socket error 10060 widgets",
  ])("%s", (line) => expect(codesIn(line)).toEqual([]));
});

test("what Winsock's forms find stays found", () => {
  expect(codesIn("connect: [WinError 10061], acme error 20017")).toEqual(["decimal 10061", 20017]);
});
