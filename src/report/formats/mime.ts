import { createHash } from "node:crypto";
import { sentence } from "../lines/sentence.ts";
import type { Report } from "../model/report.ts";
import { mailPage } from "./mail-page.ts";
import { type Mailbox, parseMailboxes } from "./mailboxes.ts";
import type { RenderOptions, ReportFormat } from "./report-format.ts";
import { textFormat } from "./text.ts";

/**
 * A complete mail for `sendmail -t`: the report as plain text and as HTML, its head sentence as the subject. Lines end
 * with LF, as sendmail wants them. Date and Message-ID are left to sendmail, so the same report gives the same mail.
 */
export const mimeFormat = { name: "mime", endings: [".eml"], render } as const satisfies ReportFormat;

async function render(report: Report, { mail = {} }: RenderOptions): Promise<string> {
  const from = mail.from === undefined ? [] : parseMailboxes("--from", mail.from);
  const to = mail.to === undefined ? [] : parseMailboxes("--to", mail.to);
  const text = textFormat.render(report, { width: WIDTH, color: false });
  return await compose({ from, to, subject: sentence(report), text, html: mailPage(report) });
}

const WIDTH = 78;

interface Mail {
  readonly from: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

async function compose({ from, to, subject, text, html }: Mail): Promise<string> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    ...(from.length === 0 ? {} : { from: [...from] }),
    ...(to.length === 0 ? {} : { to: [...to] }),
    subject,
    text,
    html,
    encoding: "quoted-printable",
    newline: "unix",
    // No part can hold this boundary: in quoted-printable, an equals sign is followed by two hexadecimal digits or a
    // line end.
    boundaryPrefix: "=_",
    baseBoundary: createHash("sha256").update(text).update(html).digest("hex").slice(0, 20),
  });
  const message = composer.compile().addHeader("Auto-Submitted", "auto-generated");
  const [head = "", body = ""] = (await message.build()).toString().split(/\n\n(.*)/s);
  return `${withoutStamps(head)}\n\n${withSafeStarts(body)}`;
}

/** Removes the date and the random id that the composer always adds. */
const withoutStamps = (head: string): string => head.replace(/^(?:Date|Message-ID):.*\n(?:[ \t].*\n)*/gm, "");

/**
 * Encodes what is special at the start of a line: a lone full stop ends the mail for sendmail, and "From " begins
 * another mail in a mailbox file.
 */
const withSafeStarts = (body: string): string => body.replace(/^\.$/gm, "=2E").replace(/^From /gm, "=46rom=\n ");
