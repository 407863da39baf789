import { createHash } from "node:crypto";
import type { Language } from "../../catalogue/entry.ts";
import { type Markup, markup, trusted } from "../layout/markup.ts";
import { style } from "./style.ts";

/** One HTML file. */
export interface Document {
  readonly lang: Language;
  readonly title: string;
  readonly body: Markup;
  /** The one script that may run; the report itself has none. */
  readonly script?: string;
}

/**
 * A page that needs nothing else and may fetch nothing: its style sheet and its script are allowed by their hashes, and
 * all else is forbidden. A page with a script may speak to where it came from.
 */
export function htmlDocument({ lang, title, body, script }: Document): string {
  const page = markup`<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy(script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
${script === undefined ? null : markup`<script>${trusted(script)}</script>`}
</body>
</html>
`;
  return page.toString();
}

/** The policy of a page with this script, or with none. */
export function contentPolicy(script?: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`, "connect-src 'self'"]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
