import { createHash } from "node:crypto";
import type { Language } from "../../catalogue/entry.ts";
import { words } from "../../words/index.ts";
import { type Markup, markup, trusted } from "../layout/markup.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/** One HTML file. */
export interface Document {
  readonly lang: Language;
  readonly title: string;
  readonly body: Markup;
  /** Script and style of the live page. */
  readonly live?: Live;
}

/** What runs beside the page's own script, before it, and the style of what is around the report. */
export interface Live {
  readonly script: string;
  readonly style: string;
}

/**
 * Writes a page that is complete and fetches nothing: its policy allows its style sheets and scripts by their hashes and
 * forbids everything else. The live page may also ask its own server.
 */
export function htmlDocument({ lang, title, body, live }: Document): string {
  const page = markup`<!doctype html>
<html lang="${words[lang].tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(contentPolicy(live))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${trusted(pageStyle)}</style>
${live === undefined ? null : markup`<style>${trusted(live.style)}</style>`}
</head>
<body>
${body}
${live === undefined ? null : markup`<script>${trusted(live.script)}</script>`}
<script>${trusted(pageScript)}</script>
</body>
</html>
`;
  return page.toString();
}

/** The content security policy of a report, or of the live page. */
export function contentPolicy(live?: Live): string {
  return [
    "default-src 'none'",
    `style-src ${[pageStyle, ...(live === undefined ? [] : [live.style])].map(hashOf).join(" ")}`,
    `script-src ${[pageScript, ...(live === undefined ? [] : [live.script])].map(hashOf).join(" ")}`,
    ...(live === undefined ? [] : ["connect-src 'self'"]),
    "img-src data:",
    "base-uri 'none'",
    `form-action ${live === undefined ? "'none'" : "'self'"}`,
  ].join("; ");
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
