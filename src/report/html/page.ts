import { readLine } from "../formats/footer.ts";
import { headline, totalsLine } from "../formats/headline.ts";
import type { ReportFormat } from "../formats/report-format.ts";
import { words } from "../formats/words.ts";
import { type Markup, markup } from "../layout/markup.ts";
import type { Report } from "../model/report.ts";
import { cards } from "./cards.ts";
import { codes } from "./codes.ts";
import { htmlDocument } from "./document.ts";
import { endpoints } from "./endpoints.ts";
import { firstSteps } from "./first-steps.ts";
import { incidents } from "./incidents.ts";
import { overTime } from "./over-time.ts";
import { sentence } from "./sentence.ts";
import { weekly } from "./weekly.ts";
import { pageWords } from "./words.ts";

/** For a browser: one file that fetches nothing and runs nothing; what logs wrote is text. */
export const html: ReportFormat = { name: "html", render };

function render(report: Report): string {
  return htmlDocument({ lang: report.lang, title: pageTitle(report), body: reportBody(report) });
}

/** What a tab or a list of files shows. */
export const pageTitle = (report: Report): string => `${sentence(report)} · ${words[report.lang].heading}`;

/** Everything between `<body>` and `</body>`, for the file and for the live page. */
export function reportBody(report: Report): Markup {
  const some = report.codes.length > 0;
  return markup`<header>
<p class="scope">${headline(report)}</p>
<h1>${sentence(report)}</h1>
${some ? markup`<p class="totals">${totalsLine(report)}</p>` : null}
</header>
<main>
${cards(report)}
${some ? [overTime(report), firstSteps(report), codes(report), incidents(report), endpoints(report), weekly(report)] : null}
</main>
${footer(report)}`;
}

function footer(report: Report): Markup {
  const say = pageWords[report.lang];
  return markup`<footer>
<p>${readLine(report)}</p>
<details><summary>${say.about}</summary><dl class="definitions">
${say.definitions.map(([term, meaning]) => markup`<dt>${term}</dt><dd>${meaning}</dd>`)}
</dl></details>
</footer>`;
}
