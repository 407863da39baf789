import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMender } from "../../src/sources/encoding/mender.ts";
import { contentOf } from "../../src/sources/file/content.ts";
import { run, temporaryFolder } from "../program.ts";

const narrow = (text: string) => Buffer.from(text);
const wide = (text: string) => Buffer.from(text, "utf16le");
const big = (text: string) => wide(text).swap16();
const bom = "\ufeff";
const widest = (text: string) =>
  Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
const biggest = (text: string) => widest(text).swap32();

/** The bytes as they come out when they arrive in pieces of these sizes. */
function mended(bytes: Buffer, sizes: readonly number[] = []): Buffer {
  const mender = createMender();
  const out: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    // The memory is used again, as that of blocks is.
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    out.push(Buffer.from(mender.push(chunk)));
    chunk.fill(0x55);
    at += size;
  }
  out.push(Buffer.from(mender.push(bytes.subarray(at))), mender.end());
  return Buffer.concat(out);
}

const line = "08:30 recv failed: 10054 连接 😀\r\n";

const logs: readonly (readonly [string, Buffer, string])[] = [
  ["UTF-8", narrow(line), line],
  ["UTF-16LE with a mark", wide(bom + line), line],
  ["UTF-16LE without one", wide(line), line],
  ["UTF-16BE with a mark", big(bom + line), line],
  ["UTF-16BE without one", big(line), line],
  ["UTF-8, then UTF-16", Buffer.concat([narrow(line), wide(line)]), line + line],
  ["UTF-16, then UTF-8, then UTF-16", Buffer.concat([wide(bom + line), narrow(line), wide(line)]), line + line + line],
  ["UTF-16 behind an unfinished line", Buffer.concat([narrow("a\n"), wide(bom + line)]), `a\n${line}`],
  ["UTF-32LE with a mark", widest(bom + line), line],
  ["UTF-32LE without one", widest(line), line],
  ["UTF-32BE with a mark", biggest(bom + line), line],
  ["UTF-32BE without one", biggest(line), line],
  ["UTF-32 with a mark and no ASCII", widest(`${bom}连接`), "连接"],
  ["UTF-32 of two characters", biggest("a\n"), "a\n"],
  ["UTF-32 that breaks off", Buffer.concat([widest(line), narrow("\0x")]), `${line}\ufffd`],
  [
    "UTF-32 with a unit that is no character",
    Buffer.concat([widest(line), Buffer.from([0, 0xd8, 0, 0])]),
    `${line}\ufffd`,
  ],
  ["UTF-16LE that begins with a mark and a zero", wide(`${bom}\0连接 ab\n`), "\0连接 ab\n"],
  ["ASCII with zeros at its beginning", narrow("ab\0\0\0c\0\0\0d\n"), "ab\0\0\0c\0\0\0d\n"],
  ["a byte", narrow("a"), "a"],
  ["an odd byte at the end", Buffer.concat([wide(line), narrow("x")]), `${line}\ufffd`],
];

describe("UTF-16 and UTF-32 are turned into UTF-8", () => {
  test.each(logs)("in a log of %s", (_, bytes, text) => {
    expect(mended(bytes).toString()).toBe(text);
  });

  test("whatever the chunks", () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...logs.map(([, bytes]) => bytes)), fc.uint8Array({ maxLength: 9 })),
    );
    fc.assert(
      fc.property(pieces, fc.array(fc.integer({ min: 0, max: 9 })), (parts, sizes) => {
        const bytes = Buffer.concat(parts);
        expect(mended(bytes, sizes)).toEqual(mended(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test("and a byte that begins no UTF-16 is not held back", () => {
    expect(createMender().push(narrow("\n"))).toEqual(narrow("\n"));
    for (const byte of [0x00, 0xfe, 0xff]) expect(createMender().push(Buffer.of(byte))).toHaveLength(0);
  });

  test("and nothing else is touched", () => {
    const text = fc.array(fc.oneof(fc.constantFrom("\n", "\0\0", "ab\0c\n", "é"), fc.string()));
    fc.assert(
      fc.property(text, (parts) => {
        const bytes = narrow(`x${parts.join("")}`);
        expect(mended(bytes)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a log", () => {
  const chinese = "连接失败: 远程主机强迫关闭了一个现有的连接。 recv 错误 10054";
  const hex = (text: string) => Buffer.from(text, "hex");

  test.each([
    ["auto", wide(`${bom}${chinese}\n`), chinese],
    ["utf-16le", wide(`${chinese}\n`), chinese],
    ["auto", widest(`${bom}${chinese}\n`), chinese],
    ["auto", biggest(`recv ${chinese}\n`), `recv ${chinese}`],
    ["gb18030", Buffer.concat([hex("c1acbdd3"), narrow(" recv failed: 10054\n")]), "连接 recv failed: 10054"],
    ["936", Buffer.concat([hex("c1acbdd3"), narrow(" recv failed: 10054\n")]), "连接 recv failed: 10054"],
    ["shift_jis", Buffer.concat([hex("90da91b1"), narrow(" recv failed: 10054\n")]), "接続 recv failed: 10054"],
    ["euc-kr", Buffer.concat([hex("bfacb0e1"), narrow(" recv failed: 10054\n")]), "연결 recv failed: 10054"],
    ["cp1252", Buffer.concat([hex("80e9"), narrow(" recv failed: 10054\n")]), "€é recv failed: 10054"],
    [
      "windows-1251",
      Buffer.concat([hex("cef8e8e1eae0"), narrow(" recv failed: 10054\n")]),
      "Ошибка recv failed: 10054",
    ],
  ])("in %s is understood and comes out as UTF-8", async (encoding, bytes, text) => {
    const log = join(temporaryFolder(), "a.log");
    writeFileSync(log, bytes);
    const { stdout } = await run(["--no-store", "--encoding", encoding, "--format", "json", log]);
    expect(JSON.parse(stdout)).toMatchObject({
      text,
      findings: expect.arrayContaining([expect.objectContaining({ code: 10054 })]),
    });
  });

  test("in UTF-32 is counted once below a folder, from where it is left", async () => {
    const home = temporaryFolder();
    const log = join(home, "logs", "a.log");
    mkdirSync(join(home, "logs"));
    const ingest = async () => JSON.parse((await run(["ingest", "--json", "logs"], { home })).stdout);
    writeFileSync(log, widest(`${bom}${line.repeat(200)}`));
    expect(await ingest()).toMatchObject({ occurrences: 200, skipped: [], notUtf8: [] });
    appendFileSync(log, widest(line));
    expect(await ingest()).toMatchObject({ occurrences: 1, already: 200 });
  });

  test.each([
    ["little", widest(line)],
    ["big", biggest(line)],
    ["big, with a mark", biggest(bom + line)],
  ])("in UTF-32 is no binary file: %s", (_, bytes) => {
    expect(contentOf(bytes)).toEqual({ kind: "text" });
  });

  test("in UTF-32 needs no --encoding, which says so", async () => {
    const { code, stderr } = await run(["--encoding", "utf-32le"]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no such encoding\n {2}hint: .*UTF-32 is recognised/)]);
  });
});
