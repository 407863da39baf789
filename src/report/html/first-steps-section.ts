import { words } from "../../words/index.ts";
import { colourOf } from "../charts/code-colour.ts";
import { type Child, markup, prose } from "../layout/markup.ts";
import { causeLine } from "../lines/cause-line.ts";
import type { Report } from "../model/report.ts";
import { urgentCodes } from "../model/urgent-codes.ts";
import type { LinkTo } from "./links.ts";

/** Shows one next step for each of the most urgent codes. */
export function firstStepsSection(report: Report, to: LinkTo): Child {
  const { lang } = report;
  const rows = urgentCodes(report);
  if (rows.length === 0) return null;
  return markup`<section id="first-steps">
<h2>${words[lang].report.firstSteps}</h2>
<ol class="steps">${rows.map(
    ({ code, title, advice }) => markup`<li class="${colourOf(code)}">
<p><a href="${to({ code: String(code) }) ?? `#code-${code}`}"><strong>${code}</strong> ${title}</a>${words[lang].page.colon}${prose(advice === null ? "" : causeLine(advice, report))}</p>
<p>${prose(advice?.next ?? "")}</p></li>`,
  )}</ol>
<p class="muted hint">${words[lang].page.selectHint}</p>
</section>`;
}
