/** Finds the error of the connection in the rows of a log in the W3C extended format. */
export interface StatusColumn {
  /** Takes the columns from a line that begins with `#Fields:`; any other line changes nothing. */
  learn(line: string): void;
  /** Returns the half-open range of the value in a row under such a header, or null. */
  find(row: string): StatusPlace | null;
  state(): StatusState;
}

/** The columns of the header; plain data. */
export interface StatusState {
  /** 0-based; -1 without one. */
  readonly column: number;
  readonly separator: string;
}

/** The value of a status column. */
interface StatusPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Knows no column until a header names one: `sc-win32-status` of IIS, or `sc-status` of a proxy that has no other. Given a
 * state, it goes on from there.
 */
export function createStatusColumn(state: StatusState = { column: -1, separator: " " }): StatusColumn {
  let { column, separator } = state;
  return {
    learn(line) {
      if (!line.startsWith(HEADER)) return;
      const header = line.slice(HEADER.length).trim();
      separator = header.includes("\t") ? "\t" : " ";
      const names = header.split(separator);
      column = names.indexOf("sc-win32-status");
      if (column < 0) column = names.indexOf("sc-status");
    },
    find(row) {
      if (column < 0) return placeByShape(row);
      if (row.startsWith("#")) return null;
      let start = 0;
      for (let passed = 0; passed < column; passed++) {
        start = row.indexOf(separator, start) + 1;
        if (start === 0) return null;
      }
      const end = row.indexOf(separator, start);
      return { start, end: end < 0 ? row.length : end };
    },
    state: () => ({ column, separator }),
  };
}

const HEADER = "#Fields:";

/** The value in a row of a log that needs no header: its columns are always the same. */
function placeByShape(row: string): StatusPlace | null {
  const [start, end] = (IIS_ROW.exec(row) ?? DHCP_ROW.exec(row))?.indices?.[1] ?? [0, 0];
  return end === 0 ? null : { start, end };
}

/** IIS's own format: client, user, date, time, service, server, its address, three numbers, the statuses of HTTP and Windows. */
const IIS_ROW =
  /^[\da-fA-F.:]{2,45}, [^,]{1,80}, \d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d\d:\d\d, [A-Z\d]{3,16}, [^,]{0,64}, [\da-fA-F.:-]{0,45}, \d+, \d+, \d+, \d{1,3}, (\d+),/d;

/** A failure in the audit log of the DHCP server: number, date, time, description, address, host …, error of the DNS update. */
const DHCP_ROW = /^(?:3[145]|[56]\d),\d\d\/\d\d\/\d{2,4},\d\d:\d\d:\d\d,(?:[^,]{0,256},){3,16}(\d{3,5}),{0,2}$/d;
