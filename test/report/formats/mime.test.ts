import { describe, expect, test } from "vitest";
import { parseMailboxes } from "../../../src/report/formats/mailboxes.ts";
import { mimeFormat } from "../../../src/report/formats/mime.ts";
import type { Report } from "../../../src/report/model/report.ts";
import { fullReport } from "../page-sample.ts";

const mail = (lang: "en" | "zh", addresses = {}): Promise<string> =>
  mimeFormat.render(fullReport(lang), { width: 80, color: true, mail: addresses });

describe("a mail", () => {
  test("has the addresses, a subject and both parts", async () => {
    const text = await mail("en", { from: "Reports <reports@example.com>", to: "ops@example.com, dev@example.com" });
    expect(headersOf(text)).toMatchObject({
      From: "Reports <reports@example.com>",
      To: "ops@example.com, dev@example.com",
      "MIME-Version": "1.0",
      "Auto-Submitted": "auto-generated",
      "Content-Type": expect.stringMatching(/^multipart\/alternative; boundary="[^"]+"$/),
    });
    expect(partsOf(text).map(({ type }) => type)).toEqual(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
  });

  test("leaves the date and the id to sendmail, so that the same report is the same mail", async () => {
    const [one, other] = [await mail("en"), await mail("en")];
    expect(other).toBe(one);
    expect(Object.keys(headersOf(one)).sort()).toEqual(["Auto-Submitted", "Content-Type", "MIME-Version", "Subject"]);
  });

  test.each(["en", "zh"] as const)("says the same in %s whichever part is read", async (lang) => {
    const [text, html] = partsOf(await mail(lang)).map(({ content }) => content);
    for (const said of ["10061", "WSAECONNREFUSED", "db-2:5432", "02:10", "findstr :PORT"]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(html).not.toMatch(/<svg|<style|<script|<img|https?:/);
  });

  test("has the head sentence as its subject, in Chinese too", async () => {
    expect(subjectOf(await mail("en"))).toBe(
      "1,299 Winsock errors, 4.2 times as many as the day before, mostly connection refused (10061) towards db-2:5432.",
    );
    expect(subjectOf(await mail("zh"))).toBe(
      "1,299 个 Winsock 错误，是前一天的 4.2 倍，主要是连接被拒绝（10061），指向 db-2:5432。",
    );
  });

  test("keeps to ASCII and to lines that every mail server takes", async () => {
    const text = await mail("zh", { to: "运维 <ops@example.com>", from: "Reports <reports@example.com>" });
    for (const line of text.split("\n")) expect(line).toMatch(/^[ -~]{0,76}$/);
  });

  test("cannot be extended by what a log names", async () => {
    const text = await mimeFormat.render(blaming("a\r\nBcc: x@example.com\r\n\r\n.\r\nFrom me"), options);
    expect(text).not.toMatch(/^(Bcc|From|\.$)/m);
    expect(text).not.toContain("\r");
    expect(subjectOf(text)).toContain(String.raw`a\r\nBcc: x@example.com`);
  });

  test("shows an encoded word that a log names as the text it is", async () => {
    expect(subjectOf(await mimeFormat.render(blaming("=?utf-8?B?aGVsbG8=?="), options))).toContain(
      "=?utf-8?B?aGVsbG8=?=",
    );
  });

  // Found by trying every length: wherever a line is broken, what follows may be a full stop or the word From.
  test("has no line that sendmail takes for its end or a mailbox file for another mail", async () => {
    for (let length = 40; length < 130; length++) {
      const cause = `${"x".repeat(length)} From ${"y".repeat(76)}.`;
      const report = fullReport();
      const codes = report.codes.map((row) => ({
        ...row,
        advice: { operations: [], cause, next: `${"z".repeat(length)}.`, source: null, incident: null, beside: null },
      }));
      const text = await mimeFormat.render({ ...report, codes }, options);
      expect(text).not.toMatch(/^(From |\.$)/m);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
      const html = partsOf(text)[1]?.content;
      expect(html).toContain(cause);
      expect(html).toContain(`${"z".repeat(length)}.`);
    }
  });
});

test.each(["ops", "ops@example.com", "a.b+c@sub.example.com", "ops@[192.0.2.1]"])(
  "takes the address %j as it is",
  async (address) => {
    expect(parseMailboxes("--to", address)).toEqual([{ name: "", address }]);
    expect(headersOf(await mail("en", { to: address }))["To"]?.replace(/^<(.*)>$/, "$1")).toBe(address);
  },
);

test.each([
  ["--to", "ops@example.com\nBcc: evil@example.com"],
  ["--to", "Ops\r\nBcc: evil@example.com <ops@example.com>"],
  ["--to", "Ops <ops@example.com> more"],
  ["--to", "ops@example.com,"],
  ["--to", ""],
  ["--from", "<>"],
] as const)("refuses %s %j", async (option, address) => {
  const refused = { code: "usage", subject: option, message: expect.stringContaining("is no mail address") };
  await expect(mail("en", { [option.slice(2)]: address })).rejects.toMatchObject(refused);
});

test("spells a name that is not ASCII in encoded words", async () => {
  const { From = "" } = headersOf(await mail("en", { from: "运维 <ops@example.com>" }));
  expect(From).toMatch(/^=\?utf-8\?[BQ]\?[!->@-~]+\?= <ops@example\.com>$/i);
  expect(decodedWords(From)).toBe("运维 <ops@example.com>");
});

test("quotes a name that has punctuation", async () => {
  const { From } = headersOf(await mail("en", { from: String.raw`Smith; \ (ops) <ops@example.com>` }));
  expect(From).toBe(String.raw`"Smith; \\ (ops)" <ops@example.com>`);
});

const options = { width: 80, color: false };

/** A report that names this endpoint in its head sentence. */
function blaming(endpoint: string): Report {
  const report = fullReport();
  const [top] = report.codes;
  const endpoints = [{ endpoint, code: 10061, name: "WSAECONNREFUSED", count: 1102, byDay: 0 }];
  return { ...report, codes: top === undefined ? [] : [{ ...top, endpoints }] };
}

function headersOf(text: string): Record<string, string> {
  const [head = ""] = text.split("\n\n", 1);
  const lines = head.replace(/\n(?=[ \t])/g, "").split("\n");
  return Object.fromEntries(lines.map((line) => [line.replace(/:.*/, ""), line.replace(/^[^:]*: /, "")]));
}

function partsOf(text: string): { type: string; content: string }[] {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? "";
  expect(text.endsWith(`\n--${boundary}--\n`)).toBe(true);
  return text
    .split(`--${boundary}\n`)
    .slice(1)
    .map((part) => {
      const [head = "", ...body] = part.replace(`--${boundary}--\n`, "").split("\n\n");
      expect(head).toMatch(/^Content-Transfer-Encoding: quoted-printable$/m);
      return { type: /^Content-Type: (.*)$/m.exec(head)?.[1] ?? "", content: decoded(body.join("\n\n")) };
    });
}

function decoded(text: string): string {
  const bytes = text
    .replace(/=\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

const subjectOf = (text: string): string => decodedWords(headersOf(text)["Subject"] ?? "");

/** RFC 2047: blanks between two encoded words do not count. */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, encoding: string, word: string) =>
      encoding.toUpperCase() === "B" ? Buffer.from(word, "base64").toString() : decoded(word.replaceAll("_", " ")),
    );
}
