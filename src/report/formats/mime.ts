import { createHash } from "node:crypto";
import { headerText, mailboxes } from "../layout/mail-header.ts";
import { quotedPrintable } from "../layout/quoted-printable.ts";
import { sentence } from "../lines/sentence.ts";
import type { Report } from "../model/report.ts";
import { mailPage } from "./mail-page.ts";
import type { RenderOptions, ReportFormat } from "./report-format.ts";
import { textFormat } from "./text.ts";

/**
 * A complete mail for `sendmail -t`: the report as plain text and as HTML, its head sentence as the subject. Lines end as
 * sendmail takes them, with LF; Date and Message-ID are left to it, so that the same report stays the same mail.
 */
export const mimeFormat: ReportFormat = { name: "mime", render };

function render(report: Report, { mail = {} }: RenderOptions): string {
  const parts = [
    part("text/plain", textFormat.render(report, { width: WIDTH, color: false })),
    part("text/html", mailPage(report)),
  ];
  // A boundary that no part can hold: there, two hexadecimal digits or a line end follow every equals sign.
  const boundary = `=_${createHash("sha256").update(parts.join("")).digest("hex").slice(0, 20)}`;
  const lines = [
    ...(mail.from === undefined ? [] : [`From: ${mailboxes("--from", mail.from)}`]),
    ...(mail.to === undefined ? [] : [`To: ${mailboxes("--to", mail.to)}`]),
    `Subject: ${headerText(sentence(report), "Subject: ".length)}`,
    "MIME-Version: 1.0",
    "Auto-Submitted: auto-generated",
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
  ];
  return `${lines.join("\n")}\n`;
}

const WIDTH = 78;

function part(type: string, content: string): string[] {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    ...quotedPrintable(content),
  ];
}
