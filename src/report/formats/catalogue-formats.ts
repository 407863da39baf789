import { type ExportColumn, exportColumns } from "../../catalogue/columns.ts";
import type { Entry, Language, Text } from "../../catalogue/entry.ts";
import { vendorPageOf } from "../../catalogue/vendor-page.ts";
import { words } from "../../words/index.ts";
import { csvLine } from "../layout/csv-line.ts";
import { jsonText } from "../layout/json-text.ts";
import { markdownCell } from "../layout/markdown-cell.ts";
import { adviceGroups, spellingListOf } from "./entry-parts.ts";

/** Writes entries as a catalogue file that can be read again: what a spreadsheet or a lookup table takes. */
export function catalogueCsv(
  entries: readonly Entry[],
  columns: readonly ExportColumn[] = exportColumns,
  header = true,
): string {
  const rows = entries.map((entry) => columns.map((column) => cellOf(entry, column)));
  return [...(header ? [columns] : []), ...rows].map(csvLine).join("");
}

/** Writes entries as a catalogue file with everything that is known about them. */
export function catalogueJson(entries: readonly Entry[]): string {
  const plain = entries.map(({ catalogue: _, ...entry }) => entry);
  return `${jsonText({ entries: plain }, 2)}\n`;
}

/** Writes the page of a code in Markdown; texts of the catalogue keep their code, and nothing else is markup. */
export function cataloguePage(entry: Entry, lang: Language): string {
  const say = words[lang].explanation;
  const { code, name, title, meaning, advice, category, severity, retryable, aliases } = entry;
  const facts = [
    [say.spellings, spellingListOf(entry).join(" · ")],
    [say.aliases, aliases.join(" · ")],
    [say.category, say.categories[category]],
    [say.severity, say.severities[severity]],
    [say.retry, say.retryable[retryable]],
  ].filter(([, value]) => value !== "");
  const page = vendorPageOf(code);
  const sections = [
    `# ${code} ${markdownCell(name)}: ${prose(title[lang])}`,
    prose(meaning[lang]),
    facts.map(([label = "", value = ""]) => `- ${label}: ${markdownCell(value)}`).join("\n"),
    ...adviceGroups(advice, say).flatMap((group) => [
      `## ${group.title}`,
      group.advice.map(({ cause, next }) => `- ${prose(cause[lang])}\n  - ${prose(next[lang])}`).join("\n"),
    ]),
    ...(page === null ? [] : [`<${page}>`]),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** Writes a list of codes that leads to their pages. */
export function catalogueIndex(entries: readonly Entry[], lang: Language): string {
  return entries
    .map((entry) => `- [${entry.code} ${markdownCell(entry.name)}](${pageName(entry)}): ${prose(entry.title[lang])}\n`)
    .join("");
}

/** The file of a code's page. */
export const pageName = ({ code, name }: Entry): string => `${code}-${name}.md`;

function cellOf(entry: Entry, column: ExportColumn): string | number | null {
  const [advice] = entry.advice;
  const list = (values: readonly string[] = []) => values.join("|");
  const [field, lang] = column.split("_") as [string, Language | undefined];
  if (lang !== undefined) {
    const { title, meaning } = entry;
    const texts: Readonly<Record<string, Text | undefined>> = {
      title,
      meaning,
      cause: advice?.cause,
      next: advice?.next,
    };
    return texts[field]?.[lang] ?? null;
  }
  switch (column) {
    case "aliases":
    case "cues":
    case "ignore":
      return list(entry[column]);
    case "operations":
      return list(advice?.operations);
    default:
      return entry[column as "code" | "name" | "category" | "retryable" | "severity"];
  }
}

function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : markdownCell(part)))
    .join("");
}
