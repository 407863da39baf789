import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { csvLine } from "../../../src/report/layout/csv-line.ts";
import { count, percent } from "../../../src/report/layout/figures.ts";
import { jsonText } from "../../../src/report/layout/json-text.ts";
import { markdownCell } from "../../../src/report/layout/markdown-cell.ts";
import { bar, sparkline, squeeze } from "../../../src/report/layout/sparkline.ts";
import { table } from "../../../src/report/layout/table.ts";
import { truncate, truncateAround, wrap } from "../../../src/report/layout/wrap.ts";

const texts = fc.string({ unit: "grapheme" });

describe("wrapping", () => {
  test("breaks at spaces and keeps a command whole", () => {
    expect(wrap("look for it with `netstat -ano` and end it", 26)).toEqual([
      "look for it with",
      "`netstat -ano` and end it",
    ]);
  });

  test("breaks Chinese between characters, but leaves no punctuation at the start of a line", () => {
    expect(wrap("对端强行关闭了现有连接，请检查防火墙。", 22)).toEqual(["对端强行关闭了现有连", "接，请检查防火墙。"]);
  });

  test("an opening bracket stays with the word behind it", () => {
    expect(wrap("用 `netstat -ano`（Windows）查看", 20)).toEqual(["用 `netstat -ano`", "（Windows）查看"]);
  });

  test("punctuation stays with the command that it follows", () => {
    expect(wrap("bound with `netstat -ano`; then go on", 24)).toEqual(["bound with", "`netstat -ano`; then go", "on"]);
  });

  test("a command too long for a line is broken at its spaces", () => {
    expect(wrap("`Test-NetConnection db-2 -Port 5432`", 20)).toEqual(["`Test-NetConnection", "db-2 -Port 5432`"]);
  });

  test("never makes a line too wide, and loses nothing but spaces", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("truncating says so and keeps to the width", () => {
    expect(truncate("WSAECONNREFUSED", 8)).toBe("WSAECON…");
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        expect(stringWidth(truncate(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test("truncating around a place keeps it in sight", () => {
    expect(truncateAround("12:00:01 worker 7: recv: 10054", 20, 25, 30)).toBe("…ker 7: recv: 10054");
    expect(truncateAround("12:00:01 recv: 10054 from db-2", 20, 15, 20)).toBe("…:00:01 recv: 10054…");
    expect(truncateAround("12:00:01 recv: WSAECONNRESET", 20, 15, 28)).toBe("…ecv: WSAECONNRESET");
    expect(truncateAround("recv: 10054 from db-2 at 12:00", 20, 6, 11)).toBe("recv: 10054 from db…");
    fc.assert(
      fc.property(texts, texts, texts, fc.integer({ min: 24, max: 60 }), (before, between, behind, width) => {
        const text = `${before}${between} 10054 ${behind}`;
        const at = text.indexOf("10054");
        const cut = truncateAround(text, width, at, at + 5);
        expect(stringWidth(cut)).toBeLessThanOrEqual(width);
        expect(cut).toContain("10054");
      }),
    );
  });
});

test("tables align wide characters and numbers", () => {
  const columns = [
    { title: "名称", align: "left" },
    { title: "n", align: "right" },
  ] as const;
  expect(
    table(columns, [
      ["连接被重置", "1,102"],
      ["reset", "7"],
    ]),
  ).toEqual(["名称            n", "连接被重置  1,102", "reset           7"]);
});

describe("sparklines", () => {
  test("zero is the lowest bar and one of many already rises above it", () => {
    expect(sparkline([0, 1, 500, 1000])).toBe("▁▂▅█");
    expect(sparkline([0, 0])).toBe("▁▁");
  });

  test("squeezing keeps the sum and fits", () => {
    expect(squeeze([1, 2, 3, 4, 5], 3)).toEqual({ values: [3, 7, 5], size: 2 });
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (values, columns) => {
        const squeezed = squeeze(values, columns);
        expect(squeezed.values.length).toBeLessThanOrEqual(columns);
        expect(squeezed.values.reduce((a, b) => a + b, 0)).toBe(values.reduce((a, b) => a + b, 0));
      }),
    );
  });

  test("bars keep to their width and show anything above zero", () => {
    expect(bar(10, 10, 4)).toBe("████");
    expect(bar(1, 1000, 4)).toBe("▏");
    expect(bar(0, 10, 4)).toBe("");
  });
});

describe("csv", () => {
  test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "neutralises the formula %j",
    (text) => {
      expect(csvLine([text])).toMatch(/^"?'/);
    },
  );

  test("quotes what RFC 4180 asks to be quoted and leaves numbers alone", () => {
    expect(csvLine(['a "b", c', -5, "-12", null, "x"])).toBe('"a ""b"", c",-5,-12,,x\r\n');
  });

  test("a record is always one line, whatever the cell", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(csvLine([text, 1]).slice(0, -2)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
      }),
    );
  });
});

test("JSON is safe on a terminal and still says the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const json = jsonText({ text }, 2);
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test.each([
  ["a|b", "a\\|b"],
  ["`rm`", "\\`rm\\`"],
  ["[x](http://evil)", "\\[x\\](http&#58;//evil)"],
  ["<img src=x>", "\\<img src=x\\>"],
  ["a\nb\x1b[31m\u202e", "a\\\\nb\\\\x1b\\[31m\\\\u202e"],
  ["www.example.com @someone &amp;", "www&#46;example.com &#64;someone &amp;amp;"],
])("%j stands in a Markdown table as it is", (text, cell) => {
  expect(markdownCell(text)).toBe(cell);
});

test.each([
  [count(0), "0"],
  [count(999), "999"],
  [count(1234567), "1,234,567"],
  [percent(1), "100 %"],
  [percent(0.9999), ">99 %"],
  [percent(0.001), "<1 %"],
  [percent(0.858), "86 %"],
])("a figure reads %s", (figure, expected) => {
  expect(figure).toBe(expected);
});

test("Latin words between full-width punctuation are broken behind it", () => {
  expect(wrap("条件：new、spike、incident、'10061>100'、total", 24)).toEqual([
    "条件：new、spike、",
    "incident、'10061>100'、",
    "total",
  ]);
});
