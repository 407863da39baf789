import { COLON, DOT, HEX, kindAt } from "./characters.ts";
import { type RowFacts, rowFacts } from "./row-facts.ts";

/** Finds the error of the connection, and what it was about, in the rows of a log in the W3C extended format. */
export interface StatusColumn {
  /** Takes the columns from a line that begins with `#Fields:`; any other line changes nothing. */
  learn(line: string): void;
  /** Returns the half-open range of the value in a row under such a header, or null. */
  find(row: string): StatusPlace | null;
  /** Returns what the columns of a row show of a failure with this code; both null without a header. */
  factsOf(row: string, code: number): RowFacts;
  state(): StatusState;
}

/** The columns of the header; plain data. */
export interface StatusState {
  readonly names: readonly string[];
  readonly separator: string;
}

/** The value of a status column. */
interface StatusPlace {
  readonly start: number;
  readonly end: number;
}

const NO_HEADER: StatusState = { names: [], separator: " " };
const NO_FACTS: RowFacts = { operation: null, endpoint: null };
const MOST_COLUMNS = 128;

/**
 * Knows no column until a header names one: `sc-win32-status` of IIS, or `sc-status` of a proxy that has no other. Given a
 * state, it goes on from there.
 */
export function createStatusColumn(state: StatusState = NO_HEADER): StatusColumn {
  let { names, separator } = state;
  let column = statusIn(names);
  return {
    learn(line) {
      if (!line.startsWith(HEADER)) return;
      const header = line.slice(HEADER.length).trim();
      separator = header.includes("\t") ? "\t" : header.includes(",") ? "," : " ";
      names = header.split(separator, MOST_COLUMNS).map((name) => name.trim());
      column = statusIn(names);
    },
    find(row) {
      if (column < 0) return placeByShape(row);
      return row.startsWith("#") ? null : placeOf(row, column, separator);
    },
    factsOf(row, code) {
      if (names.length > 0) return rowFacts(code, (name) => valueIn(row, names.indexOf(name), separator));
      return mayBeRow(row) && IIS_ROW.test(row)
        ? rowFacts(code, (name) => valueIn(row, IIS_COLUMNS.indexOf(name), ","))
        : NO_FACTS;
    },
    state: () => ({ names, separator }),
  };
}

function statusIn(names: readonly string[]): number {
  const column = names.indexOf("sc-win32-status");
  return column < 0 ? names.indexOf("sc-status") : column;
}

function placeOf(row: string, column: number, separator: string): StatusPlace | null {
  let start = 0;
  for (let passed = 0; passed < column; passed++) {
    start = row.indexOf(separator, start) + 1;
    if (start === 0) return null;
  }
  const end = row.indexOf(separator, start);
  return { start, end: end < 0 ? row.length : end };
}

function valueIn(row: string, column: number, separator: string): string {
  const place = column < 0 ? null : placeOf(row, column, separator);
  const value =
    place === null
      ? ""
      : row
          .slice(place.start, place.end)
          .trim()
          .replace(/^"(.*)"$/, "$1");
  return value === "-" ? "" : value;
}

const HEADER = "#Fields:";

/** The value in a row of a log that needs no header: its columns are always the same. */
function placeByShape(row: string): StatusPlace | null {
  if (!mayBeRow(row)) return null;
  const [start, end] = (IIS_ROW.exec(row) ?? DHCP_ROW.exec(row))?.indices?.[1] ?? [0, 0];
  return end === 0 ? null : { start, end };
}

/** Whether a line begins with a number or an address and a comma, as rows of these logs do. */
function mayBeRow(row: string): boolean {
  let at = 0;
  while (kindAt(row, at) & (HEX | COLON | DOT)) at++;
  return at >= 2 && row[at] === ",";
}

/** IIS's own format: client, user, date, time, service, server, its address, three numbers, the statuses of HTTP and Windows. */
const IIS_ROW =
  /^[\da-fA-F.:]{2,45}, [^,]{1,80}, \d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d\d:\d\d, [A-Z\d]{3,16}, [^,]{0,64}, [\da-fA-F.:-]{0,45}, \d+, \d+, \d+, \d{1,3}, (\d+),/d;

const IIS_COLUMNS =
  "c-ip user date time service computer s-ip time-taken cs-bytes sc-bytes sc-status sc-win32-status".split(" ");

/** A failure in the audit log of the DHCP server: number, date, time, description, address, host …, error of the DNS update. */
const DHCP_ROW = /^(?:3[145]|[56]\d),\d\d\/\d\d\/\d{2,4},\d\d:\d\d:\d\d,(?:[^,]{0,256},){3,16}(\d{3,5}),{0,2}$/d;
