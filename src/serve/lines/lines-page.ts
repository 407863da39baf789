import type { Language } from "../../catalogue/entry.ts";
import { htmlDocument } from "../../report/html/document.ts";
import { markup } from "../../report/layout/markup.ts";
import { words } from "../../words/index.ts";
import type { KeptPlace, LinesAround, NoLines } from "./read-lines.ts";

/** The page with the lines around one, or with the reason why there are none. */
export function linesPage(lang: Language, place: KeptPlace, found: LinesAround | NoLines): string {
  const say = words[lang].live;
  const title = `${place.source}:${place.line} (${place.host})`;
  const shown =
    typeof found === "string"
      ? markup`<p>${say.noLines[found]}</p>`
      : markup`<p class="muted">${found.path}</p>
<pre>${found.lines.map((text, i) => line(text, found.first + i, place.line))}</pre>`;
  return htmlDocument({ lang, title, body: markup`<main><h2>${title}</h2>${shown}</main>` });
}

function line(text: string, number: number, wanted: number) {
  const shown = markup`${String(number).padStart(8)}  ${text}`;
  return number === wanted ? markup`<mark id="line">${shown}</mark>\n` : markup`${shown}\n`;
}
