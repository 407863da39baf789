import pc from "picocolors";
import { categoryColors } from "../annotate/colors.ts";
import { visible } from "../annotate/visible.ts";
import { codeTable, type Paint } from "./code-table.ts";
import { count } from "./figures.ts";
import { endpointsHeading, readLine } from "./footer.ts";
import { headline, totalsLine } from "./headline.ts";
import type { RenderOptions, ReportFormat } from "./index.ts";
import { type Column, table } from "./layout/table.ts";
import { truncate, wrap } from "./layout/wrap.ts";
import type { Report } from "./report.ts";
import { type Words, words } from "./words.ts";

/** For a person at a terminal: fits the width, colours the codes by category. */
export const text: ReportFormat = { name: "text", render };

function render(report: Report, { width, color }: RenderOptions): string {
  const say = words[report.lang];
  const colors = pc.createColors(color);
  const title = (line: string): string => colors.bold(line);
  const head = wrap(headline(report), width).map(title);
  if (report.codes.length === 0) return `${head.join("\n")} · ${say.empty}\n`;

  const paint: Paint = ({ category }, cell) => (category === null ? cell : colors[categoryColors[category]](cell));
  const sections = [
    [...head, totalsLine(report)],
    codeTable(report, width - INDENT.length, paint).map((line) => INDENT + line),
    endpointLines(report, width, title),
    adviceLines(report, width, title, paint, say),
    wrap(readLine(report), width),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const INDENT = "  ";
const MOST_ADVICE = 5;

function endpointLines(report: Report, width: number, title: (line: string) => string): string[] {
  if (report.endpoints.length === 0) return [];
  const rows = report.endpoints.map(({ endpoint, code, name, count: n }) => [
    count(n),
    String(code),
    visible(name),
    visible(endpoint),
  ]);
  const lines = table(
    ["right", "right", "left", "left"].map((align) => ({ title: "", align: align as Column["align"] })),
    rows,
  );
  return [title(endpointsHeading(report)), ...lines.slice(1).map((line) => truncate(INDENT + line, width))];
}

function adviceLines(
  report: Report,
  width: number,
  title: (line: string) => string,
  paint: Paint,
  say: Words,
): string[] {
  const advised = report.codes.filter(({ advice }) => advice !== null).slice(0, MOST_ADVICE);
  if (advised.length === 0) return [];
  const indented = (line: string, indent: string, first = indent): string[] =>
    wrap(line, width - indent.length).map((part, i) => (i === 0 ? first : indent) + part);
  return [
    title(say.firstSteps),
    ...advised.flatMap((row) => [
      `${INDENT}${paint(row, `${row.code} ${visible(row.name)}`)}  ${visible(row.title)}`,
      ...indented(row.advice?.cause ?? "", "    "),
      ...indented(row.advice?.next ?? "", "      ", "    → "),
    ]),
  ];
}
