import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mimeFormat } from "../../../src/report/formats/mime.ts";
import { headerText, mailboxes } from "../../../src/report/layout/mail-header.ts";
import { quotedPrintable } from "../../../src/report/layout/quoted-printable.ts";
import { fullReport } from "../page-sample.ts";

const mail = (lang: "en" | "zh", addresses = {}): string =>
  mimeFormat.render(fullReport(lang), { width: 80, color: true, mail: addresses });

describe("a mail", () => {
  test("has the addresses, a subject and both parts", () => {
    const text = mail("en", { from: "Reports <reports@example.com>", to: "ops@example.com, dev@example.com" });
    expect(text).toMatch(/^From: Reports <reports@example\.com>\nTo: ops@example\.com,\n dev@example\.com\nSubject: /);
    expect(partsOf(text).map(({ type }) => type)).toEqual(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
  });

  test.each(["en", "zh"] as const)("says the same in %s whichever part is read", (lang) => {
    const [text, html] = partsOf(mail(lang)).map(({ content }) => content);
    for (const said of ["10061", "WSAECONNREFUSED", "db-2:5432", "02:10", "findstr :PORT"]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(html).not.toMatch(/<svg|<style|<script|<img|https?:/);
  });

  test("has the head sentence as its subject, in Chinese too", () => {
    expect(subjectOf(mail("en"))).toBe(
      "1,299 Winsock errors, 4.2 times as many as the day before, mostly connection refused (10061) towards db-2:5432.",
    );
    expect(subjectOf(mail("zh"))).toBe(
      "1,299 个 Winsock 错误，是前一天的 4.2 倍，主要是连接被拒绝 (10061)，指向 db-2:5432。",
    );
  });

  test("keeps to ASCII and to lines that every mail server takes", () => {
    for (const line of mail("zh").split("\n")) expect(line).toMatch(/^[ -~]{0,76}$/);
  });

  test("cannot be extended by what a log names", () => {
    const report = fullReport();
    const [top] = report.codes;
    const endpoint = "a\r\nBcc: x@example.com\r\n\r\n.\r\nFrom me";
    const blamed = { endpoint, code: 10061, name: "WSAECONNREFUSED", count: 1102 };
    const codes = top === undefined ? [] : [{ ...top, endpoints: [blamed] }];
    const text = mimeFormat.render({ ...report, codes }, { width: 80, color: false });
    expect(text).not.toMatch(/^(Bcc|From|\.$)/m);
    expect(text).not.toContain("\r");
    expect(subjectOf(text)).toContain(String.raw`a\r\nBcc: x@example.com`);
  });
});

test.each(["ops", "ops@example.com", "a.b+c@sub.example.com", "ops@[192.0.2.1]", "Ops <ops@example.com>"])(
  "takes the address %j as it is",
  (address) => {
    expect(mailboxes("--to", address)).toBe(address);
  },
);

test.each([
  "ops@example.com\nBcc: evil@example.com",
  "Ops\r\nBcc: evil@example.com <ops@example.com>",
  "Ops <ops@example.com> more",
  "ops@example.com,",
  "",
  "<>",
])("refuses the address %j", (address) => {
  expect(() => mailboxes("--to", address)).toThrow(/is no mail address/);
});

test("spells a name that is not ASCII in encoded words", () => {
  expect(mailboxes("--from", "运维 <ops@example.com>")).toBe("=?utf-8?B?6L+Q57u0?=\n <ops@example.com>");
});

test("a body comes back as it was, in lines of at most 76 characters that nothing mistakes for an end", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const lines = quotedPrintable(text);
      for (const line of lines) expect(line).toMatch(/^(?![.F])[!-~ ]{0,76}$/);
      for (const line of lines) expect(line).not.toMatch(/ $/);
      expect(decoded(lines)).toBe(Buffer.from(text).toString());
    }),
  );
});

test("a header comes back as it was, in lines of at most 76 characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const header = headerText(text, "Subject: ".length);
      for (const line of `Subject: ${header}`.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
      expect(decodedWords(header)).toBe(text);
    }),
  );
});

function partsOf(text: string): { type: string; content: string }[] {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? "";
  expect(text.endsWith(`\n--${boundary}--\n`)).toBe(true);
  return text
    .split(`--${boundary}\n`)
    .slice(1)
    .map((part) => {
      const [head = "", ...body] = part.replace(`--${boundary}--\n`, "").split("\n\n");
      return { type: /^Content-Type: (.*)$/m.exec(head)?.[1] ?? "", content: decoded(body.join("\n\n").split("\n")) };
    });
}

function decoded(lines: readonly string[]): string {
  const bytes = lines
    .join("\n")
    .replace(/=\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

const subjectOf = (text: string): string => decodedWords(/^Subject: (.*(?:\n .*)*)/m.exec(text)?.[1] ?? "");

function decodedWords(header: string): string {
  if (!header.startsWith("=?")) return header;
  return header
    .split("\n ")
    .map((word) => Buffer.from(/^=\?utf-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? "", "base64").toString())
    .join("");
}
