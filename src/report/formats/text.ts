import pc from "picocolors";
import { categoryColors } from "../../annotate/category-colors.ts";
import type { Category } from "../../catalogue/entry.ts";
import { stringWidth } from "../../text/string-width.ts";
import { visible } from "../../text/visible.ts";
import { words } from "../../words/index.ts";
import { count } from "../layout/figures.ts";
import { type Column, table } from "../layout/table.ts";
import { pad, truncate, wrap } from "../layout/wrap.ts";
import { causeLine } from "../lines/cause-line.ts";
import { endpointsHeading } from "../lines/endpoints-heading.ts";
import { firstLine } from "../lines/first-line.ts";
import { headline, totalsLine } from "../lines/headline.ts";
import { incidentParts } from "../lines/incident-parts.ts";
import { lineAddress } from "../lines/line-address.ts";
import { placeTables } from "../lines/place-tables.ts";
import { readLine } from "../lines/read-line.ts";
import { endStamp, momentStamp } from "../lines/stamps.ts";
import { unusualLines } from "../lines/unusual-lines.ts";
import type { SampleLine } from "../model/code-row.ts";
import type { Incident, Report } from "../model/report.ts";
import { urgentCodes } from "../model/urgent-codes.ts";
import { codeTable } from "./code-table.ts";
import type { RenderOptions, ReportFormat } from "./report-format.ts";

/**
 * For a person at a terminal: fits the width and colours the codes by category. What is worse, what is new and whom it
 * concerns come first.
 */
export const textFormat = { name: "text", endings: [".txt"], render } as const satisfies ReportFormat;

function render(report: Report, options: RenderOptions): string {
  const pen = createPen(report, options);
  const head = pen.lines(headline(report)).map(pen.title);
  if (report.codes.length === 0 && report.quiet.length === 0)
    return `${head.join("\n")} · ${words[report.lang].report.empty}\n`;
  const sections = [
    [...head, ...pen.lines(totalsLine(report))],
    unusual(report, pen),
    codes(report, pen),
    incidents(report, pen),
    advice(report, pen),
    endpoints(report, pen),
    ...places(report, pen),
    pen.lines(readLine(report)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const INDENT = "  ";
const MOST_INCIDENTS = 10;

type Pen = ReturnType<typeof createPen>;

function createPen({ lang, codes: rows }: Report, { width, color }: RenderOptions) {
  const colors = pc.createColors(color);
  const categories = new Map(rows.map(({ code, category }) => [code, category]));
  const paint = (category: Category | null | undefined, cell: string): string =>
    category == null ? cell : colors[categoryColors[category]](cell);
  return {
    say: words[lang].report,
    colon: words[lang].page.colon,
    width,
    title: (line: string): string => colors.bold(line),
    paint,
    paintCode: (code: number, cell: string): string => paint(categories.get(code), cell),
    /** Wraps a line to the width; `first` is the indent of the first line, `indent` that of the others. */
    lines: (line: string, indent = "", first = indent): string[] =>
      wrap(line, width - stringWidth(indent)).map((part, i) => (i === 0 ? first : indent) + part),
  };
}

function unusual(report: Report, pen: Pen): string[] {
  const found = unusualLines(report);
  const label = Math.max(...found.map((line) => stringWidth(line.label)));
  const name = Math.min(Math.max(...found.map((line) => stringWidth(line.name))), MOST_NAME);
  return found.flatMap((line) => {
    if (line.code === null) return pen.lines([line.label, line.detail].join(" ").trim());
    const head = `${pen.title(pad(line.label, label))}  ${pen.paintCode(line.code, `${String(line.code).padStart(5)} ${pad(truncate(line.name, name), name)}`)}  `;
    return pen.lines(line.detail, " ".repeat(stringWidth(head)), head);
  });
}

const MOST_NAME = 26;

function codes(report: Report, pen: Pen): string[] {
  if (report.codes.length === 0) return [];
  const paint = ({ category }: Report["codes"][number], cell: string): string => pen.paint(category, cell);
  return codeTable(report, pen.width - INDENT.length, paint).map((line) => INDENT + line);
}

function incidents(report: Report, pen: Pen): string[] {
  if (report.incidents.length === 0) return [];
  const shown = report.incidents.toSorted((a, b) => b.count - a.count).slice(0, MOST_INCIDENTS);
  const inOrder = report.incidents.filter((one) => shown.includes(one));
  const left = report.incidents.length - shown.length;
  return [
    pen.title(pen.say.incidents),
    ...inOrder.flatMap((one) => incident(report, one, pen)),
    ...(left === 0 ? [] : [INDENT + pen.say.more(count(left))]),
  ];
}

function incident(report: Report, one: Incident, pen: Pen): string[] {
  const { say } = pen;
  const { since, until, began } = one;
  const times = `${momentStamp(report, since)}–${endStamp(report, since, until)}`;
  const figures = [say.minutes(Math.round((until - since) / 60)), say.peak(count(one.peak))];
  const head = `${INDENT}${[times, ...figures, ...(one.open ? [say.goesOn] : [])].join(INDENT)}`;
  return [
    ...pen.lines(head.trimStart(), INDENT),
    ...incidentParts(one).flatMap((part) => pen.lines(part, "      ", "    ")),
    ...(began === null ? [] : beginning(one, began, pen)),
  ];
}

/** The line that an incident began with; a long path has a line of its own, so that both can be read. */
function beginning(one: Incident, began: SampleLine, { say, colon, width }: Pen): string[] {
  const address = `    ${say.began}${colon}${lineAddress(began)}`;
  const taken = stringWidth(address) + 1;
  if (taken * 2 <= width) return [`${address} ${firstLine(one, width - taken)}`];
  return [address, `      ${firstLine(one, width - 6)}`];
}

function advice(report: Report, pen: Pen): string[] {
  const advised = urgentCodes(report);
  if (advised.length === 0) return [];
  return [
    pen.title(pen.say.firstSteps),
    ...advised.flatMap((row) => [
      `${INDENT}${pen.paint(row.category, `${row.code} ${visible(row.name)}`)}  ${visible(row.title)}`,
      ...pen.lines(row.advice === null ? "" : causeLine(row.advice, report), "    "),
      ...pen.lines(row.advice?.next ?? "", "      ", "    → "),
    ]),
  ];
}

function endpoints(report: Report, { title, width }: Pen): string[] {
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

function places(report: Report, { title: bold, width }: Pen): string[][] {
  return placeTables(report).map(({ title, rows }) => {
    const lines = table(
      [
        { title: "", align: "right" },
        { title: "", align: "left" },
      ],
      rows.map((row) => [count(row.count), visible(row.label)]),
    );
    return [bold(title), ...lines.slice(1).map((line) => truncate(INDENT + line, width))];
  });
}
