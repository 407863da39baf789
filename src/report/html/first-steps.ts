import { type Child, markup, prose } from "../layout/markup.ts";
import type { Report } from "../report.ts";
import { words } from "../words.ts";
import { kindOf } from "./kind.ts";
import { pageWords } from "./words.ts";

/** One step for each of the codes that matter most: the new ones, those that spiked, then the most frequent. */
export function firstSteps({ lang, codes, news, spikes }: Report): Child {
  const ranked = [...news, ...spikes, ...codes].map(({ code }) => code);
  const rows = [...new Set(ranked)]
    .map((code) => codes.find((row) => row.code === code && row.advice !== null))
    .filter((row) => row !== undefined)
    .slice(0, MOST_STEPS);
  if (rows.length === 0) return null;
  return markup`<section id="first-steps">
<h2>${words[lang].firstSteps}</h2>
<ol class="steps">${rows.map(
    ({ code, title, category, advice }) => markup`<li class="${kindOf(category)}">
<p><a href="#code-${code}"><strong>${code}</strong> ${title}</a>: ${prose(advice?.cause ?? "")}</p>
<p>${prose(advice?.next ?? "")}</p></li>`,
  )}</ol>
<p class="muted hint">${pageWords[lang].selectHint}</p>
</section>`;
}

const MOST_STEPS = 3;
