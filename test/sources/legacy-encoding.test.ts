import { TextDecoder } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLogSample, notUtf8 } from "../../src/sources/encoding/legacy/log-sample.ts";
import { legacyTexts } from "./legacy-texts.ts";
import { toEncoding } from "./to-encoding.ts";

const text = (language: string) => `${legacyTexts.find((one) => one.language === language)?.lines.join("\n")}\n`;
const chinese = text("Chinese (simplified)");
const gb = toEncoding(chinese, "gb18030");

/** The warning about a log that comes in pieces of some bytes. */
function said(bytes: Buffer, size = bytes.length): (string | null)[] {
  const found: (string | null)[] = [];
  const sample = createLogSample((encoding) => found.push(encoding));
  for (let at = 0; at < bytes.length; at += size) sample.push(bytes.subarray(at, at + size));
  sample.end();
  return found;
}

describe("the encoding is named", () => {
  test.each(
    legacyTexts.flatMap(({ language, encodings }) => encodings.map((encoding) => [language, encoding] as const)),
  )("of a log in %s and %s", (language, encoding) => {
    expect(notUtf8(toEncoding(text(language), encoding))).toEqual({ encoding });
  });

  test.each([
    ["gb18030", "程序启动失败，请联系管理员"],
    ["big5", "程式啟動失敗，請聯絡管理員"],
    ["shift_jis", "プログラムを開始できませんでした"],
    ["euc-kr", "프로그램을 시작하지 못했습니다"],
    ["windows-1251", "Программа не смогла начать работу"],
  ])("%s, by one line", (encoding, line) => {
    expect(notUtf8(toEncoding(`ok\n${line}\n`, encoding))).toEqual({ encoding });
  });

  test("where words are in capitals", () => {
    const line = "08:30:12 ОШИБКА: СОЕДИНЕНИЕ РАЗОРВАНО, новая попытка через минуту от имени администратора\n";
    for (const encoding of ["windows-1251", "koi8-r"])
      expect(notUtf8(toEncoding(line, encoding))).toEqual({ encoding });
  });

  test("whatever the chunks, once", () => {
    for (const size of [1, 7, 64, gb.length]) expect(said(gb, size)).toEqual(["gb18030"]);
    expect(said(Buffer.concat([gb, gb, gb]), 50)).toEqual(["gb18030"]);
  });

  test("where a character is cut by the end of what is looked at", () => {
    const lines = Buffer.concat([Buffer.from("x"), ...Array.from({ length: 2000 }, () => gb)]);
    expect(said(lines)).toEqual(["gb18030"]);
  });
});

describe("no encoding is named wrongly", () => {
  const all = [
    ...new Set(legacyTexts.flatMap(({ encodings }) => encodings)),
    ...["macintosh", "iso-8859-2", "iso-8859-15", "windows-1257", "windows-1258"],
  ];
  const written = legacyTexts.flatMap(({ language, lines }) =>
    [...lines, lines.join("\n")].flatMap((line) =>
      all.flatMap((encoding) => {
        try {
          return [[language, encoding, line, toEncoding(line, encoding)] as const];
        } catch {
          return [];
        }
      }),
    ),
  );

  test("whatever language is written in whatever code page", () => {
    expect(written.length).toBeGreaterThan(200);
    const wrong = written.flatMap(([language, encoding, line, bytes]) => {
      const named = notUtf8(bytes)?.encoding ?? null;
      return named === null || new TextDecoder(named).decode(bytes) === line ? [] : [[language, encoding, named, line]];
    });
    expect(wrong).toEqual([]);
  });

  // Console programs write German and French in code page 850, which no decoder knows.
  test.each([
    ["German", "Pr\x81fung l\x84uft, gr\x94\xe1ere St\x94rung f\x81r die \x9aberwachung"],
    ["French", "Le d\x82lai a \x82t\x82 d\x82pass\x82 \x85 la premi\x8are t\x83che"],
  ])("of %s in code page 850", (_, line) => {
    const bytes = Buffer.from(`${line}\n`.repeat(3), "latin1");
    expect(notUtf8(bytes)).toEqual({ encoding: null });
  });

  test("of frames and of letters that are all the same", () => {
    expect(notUtf8(Buffer.from("│ │ ◆◆◆".repeat(9)))).toBeNull();
    expect(notUtf8(toEncoding("◆◆◆.◆◆◆.◆◆ ".repeat(9), "gb18030"))).toEqual({ encoding: null });
    expect(notUtf8(toEncoding("sá là cè sì mí só nēt nōt ".repeat(9), "gb18030"))).toEqual({
      encoding: null,
    });
    expect(notUtf8(toEncoding("conexión perdida, sesión caducó, versión ".repeat(9), "gb18030"))).toEqual({
      encoding: null,
    });
  });

  test("of bytes by chance", () => {
    const high = fc.array(fc.oneof(fc.integer({ min: 0x80, max: 0xff }), fc.integer({ min: 0x20, max: 0x7e })), {
      minLength: 60,
    });
    fc.assert(
      fc.property(high, (bytes) => {
        expect(notUtf8(Buffer.from(bytes))?.encoding ?? null).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("nothing is said", () => {
  const ascii = "2026-03-02 08:11:09 INFO request served in 12 ms\n".repeat(400);
  const utf8 = Buffer.from(chinese);
  const cut = Buffer.concat([utf8.subarray(26, 55), Buffer.from("\n")]);

  test.each<[string, Buffer]>([
    ["ASCII", Buffer.from(ascii)],
    ["UTF-8", utf8],
    ["UTF-8 with broken characters", Buffer.concat([utf8, utf8.subarray(0, -2), Buffer.from("\n"), utf8])],
    ["UTF-8 that is cut inside every line", Buffer.concat(Array(20).fill(cut))],
    ["a mixture with UTF-8", Buffer.concat([utf8, gb, utf8])],
    ["ASCII with a few odd bytes", Buffer.from(`${ascii}GET /\xe9t\xe9?q=\xff\xfe\n${ascii}`, "latin1")],
    [
      "binary data in lines",
      Buffer.from(`${ascii}${"\x00\x01\xff\xd8\xe0\x10JFIF\xb0\xc1\xd2\xf3\n".repeat(50)}`, "latin1"),
    ],
    ["nothing", Buffer.alloc(0)],
    ["ASCII that goes on behind what is looked at", Buffer.concat([Buffer.from(ascii.repeat(4)), gb])],
  ])("of %s", (_, bytes) => {
    expect(said(bytes)).toEqual([]);
    expect(said(bytes, 1000)).toEqual([]);
  });
});
