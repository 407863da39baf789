import { words } from "../../words/index.ts";
import { count, percent } from "../layout/figures.ts";
import { markdownCell as cell, markdownTable } from "../layout/markdown-cell.ts";
import { sparkline, squeeze } from "../layout/sparkline.ts";
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
import type { Report } from "../model/report.ts";
import { urgentCodes } from "../model/urgent-codes.ts";
import { localTime } from "../time/local-time.ts";
import type { ReportFormat } from "./report-format.ts";

/** For an issue, a wiki or a chat: headings and tables of GitHub's Markdown. Text from logs is escaped. */
export const markdownFormat = {
  name: "markdown",
  endings: [".md", ".markdown"],
  render,
} as const satisfies ReportFormat;

function render(report: Report): string {
  const say = words[report.lang].report;
  const title = `# ${cell(headline(report))}`;
  if (report.codes.length === 0 && report.quiet.length === 0) return `${title}\n\n${say.empty}\n`;
  const sections = [
    [title],
    [cell(totalsLine(report))],
    unusual(report),
    codes(report),
    ...incidents(report),
    ...advice(report),
    ...endpoints(report),
    ...places(report),
    [cell(readLine(report))],
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const MOST_STEPS = 31;

function unusual(report: Report): string[] {
  return unusualLines(report).map(({ label, code, name, detail }) => {
    const about = code === null ? "" : ` ${code} ${cell(name)}:`;
    return `- ${label === "" ? "" : `**${label}**`}${about} ${cell(detail)}`.replace(/^- +/, "- ");
  });
}

function incidents(report: Report): string[][] {
  const say = words[report.lang].report;
  if (report.incidents.length === 0) return [];
  const lines = markdownTable(
    [
      { title: say.incidents, align: "left" },
      { title: say.duration, align: "right" },
      { title: say.peakTitle, align: "right" },
      { title: say.towards, align: "left" },
      { title: say.began, align: "left" },
    ],
    report.incidents.map((one) => [
      `${momentStamp(report, one.since)}–${endStamp(report, one.since, one.until)}`,
      say.minutes(Math.round((one.until - one.since) / 60)),
      count(one.peak),
      incidentParts(one).map(cell).join("<br>"),
      one.began === null ? "–" : cell(`${lineAddress(one.began)} ${firstLine(one, MOST_TEXT)}`),
    ]),
  );
  return [[`## ${say.incidents}`], lines];
}

const MOST_TEXT = 200;

function codes({ lang, period: { zone }, codes: rows }: Report): string[] {
  const say = words[lang].report;
  const at = (second: number | null): string => {
    if (second === null) return "–";
    const { date, time } = localTime(second, zone);
    return `${date} ${time}`;
  };
  return markdownTable(
    [
      { title: say.code, align: "right" },
      { title: say.name, align: "left" },
      { title: say.count, align: "right" },
      { title: say.share, align: "right" },
      { title: say.first, align: "left" },
      { title: say.last, align: "left" },
      { title: say.trendTitle, align: "left" },
    ],
    rows.map((row) => [
      String(row.code),
      cell(row.name),
      count(row.count),
      cell(percent(row.share)),
      at(row.first),
      at(row.last),
      sparkline(squeeze(row.trend, MOST_STEPS).values),
    ]),
  );
}

function endpoints(report: Report): string[][] {
  const say = words[report.lang].report;
  if (report.endpoints.length === 0) return [];
  const lines = markdownTable(
    [
      { title: say.endpoint, align: "left" },
      { title: say.code, align: "right" },
      { title: say.name, align: "left" },
      { title: say.count, align: "right" },
    ],
    report.endpoints.map((row) => [cell(row.endpoint), String(row.code), cell(row.name), count(row.count)]),
  );
  return [[`## ${endpointsHeading(report)}`], lines];
}

function places(report: Report): string[][] {
  const say = words[report.lang].report;
  return placeTables(report).flatMap(({ id, title, rows }) => [
    [`## ${title}`],
    markdownTable(
      [
        { title: id === "hosts" ? say.hostTitle : say.sourceTitle, align: "left" },
        { title: say.count, align: "right" },
      ],
      rows.map((row) => [cell(row.label), count(row.count)]),
    ),
  ]);
}

function advice(report: Report): string[][] {
  const say = words[report.lang].report;
  const advised = urgentCodes(report);
  if (advised.length === 0) return [];
  const lines = markdownTable(
    [
      { title: say.code, align: "right" },
      { title: say.cause, align: "left" },
      { title: say.next, align: "left" },
    ],
    advised.map((row) => [
      String(row.code),
      prose(row.advice === null ? "" : causeLine(row.advice, report)),
      prose(row.advice?.next ?? ""),
    ]),
  );
  return [[`## ${say.firstSteps}`], lines];
}

// The commands of the catalogue's texts stay in backquotes, where a table needs only the bar escaped.
function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part.replaceAll("|", "\\|") : cell(part)))
    .join("");
}
