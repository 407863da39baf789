import { words } from "../../words/index.ts";
import { patternOf } from "../charts/code-colour.ts";
import { definePatterns } from "../charts/patterns.ts";
import { type Child, type Markup, markup } from "../layout/markup.ts";
import { headline, totalsLine } from "../lines/headline.ts";
import { placeTables } from "../lines/place-tables.ts";
import { readLine } from "../lines/read-line.ts";
import { sentence, sentenceParts } from "../lines/sentence.ts";
import type { Report } from "../model/report.ts";
import { urgentCodes } from "../model/urgent-codes.ts";
import { cards } from "./cards.ts";
import { codesSection } from "./codes-section.ts";
import { endpointsSection } from "./endpoints-section.ts";
import { firstStepsSection } from "./first-steps-section.ts";
import { incidentsSection } from "./incidents-section.ts";
import { type LinkTo, limitsOfRange, noLinks } from "./links.ts";
import { overTimeSection } from "./over-time-section.ts";
import { placesSections } from "./places-section.ts";
import { weeklySection } from "./weekly-section.ts";

/** The title of a browser tab. */
export const pageTitle = (report: Report): string => `${sentence(report)} · ${words[report.lang].report.heading}`;

/** Returns everything between `<body>` and `</body>`; with links, what is shown leads to the page limited to it. */
export function reportBody(report: Report, to: LinkTo = noLinks): Markup {
  const say = words[report.lang].page;
  const some = report.codes.length > 0;
  return markup`<header>
<p class="scope">${headline(report)}</p>
<h1>${headSentence(report, to)}</h1>
${some ? markup`<p class="totals">${totalsLine(report)}</p>` : null}
</header>
<main data-hover="${say.hover}" data-search="${say.searchLines}" data-copy="${say.copy}" data-copied="${say.copied}">
${definePatterns(new Set(report.codes.map(({ code }) => patternOf(code))))}
${cards(report, to)}
${some ? [contents(report), overTimeSection(report, to), firstStepsSection(report, to), codesSection(report, to), incidentsSection(report, to), endpointsSection(report, to), placesSections(report, to), weeklySection(report)] : null}
</main>
${footer(report)}`;
}

/** Links to the sections that there are. */
function contents(report: Report): Markup {
  const { page, report: say } = words[report.lang];
  const sections: readonly (readonly [id: string, title: string, isThere: boolean])[] = [
    ["over-time", page.overTime, report.steps !== null],
    ["first-steps", say.firstSteps, urgentCodes(report).length > 0],
    ["codes", page.codes, true],
    ["incidents", page.incidents, report.incidents.length > 0],
    ["endpoints", say.endpoints, report.endpoints.length > 0],
    ...placeTables(report).map(({ id, title }) => [id, title, true] as const),
    ["weekly", page.heatMap, report.heatMap !== null],
  ];
  const there = sections.filter(([, , isThere]) => isThere);
  return markup`<nav class="contents" aria-label="${page.contents}"><ul>${there.map(([id, title]) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;
}

/** The incident that a longer report leads with is a link to its minutes. */
function headSentence(report: Report, to: LinkTo): Child {
  const { lead, summary } = sentenceParts(report);
  if (lead === null) return summary;
  const minutes = to(limitsOfRange(lead.since, lead.until, report.period.zone));
  return markup`<a href="${minutes ?? "#incidents"}">${lead.text}</a>${summary}`;
}

function footer(report: Report): Markup {
  const say = words[report.lang].page;
  return markup`<footer>
<p>${readLine(report)}</p>
<details><summary>${say.about}</summary><dl class="definitions">
${say.definitions.map(([term, meaning]) => markup`<dt>${term}</dt><dd>${meaning}</dd>`)}
</dl></details>
</footer>`;
}
