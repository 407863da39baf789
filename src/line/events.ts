import { continuesRecord } from "./record.ts";

const openings = ["<Event", "<E2ETraceEvent"];

/** What the name of a mark ends with. */
const borders = new Set([" ", ">"]);

/** Where the marks of events begin in a line, as Event Viewer and traces of .NET save them; none in any other line. */
export function eventMarks(line: string): readonly number[] {
  for (const opening of openings) {
    const starts: number[] = [];
    for (let at = line.indexOf(opening); at >= 0; at = line.indexOf(opening, at + opening.length)) {
      if (borders.has(line[at + opening.length] ?? "")) starts.push(at);
    }
    if (starts.length > 0) return starts;
  }
  return none;
}

/** Where lines begin inside a line, because the ones before them end with a carriage return alone. */
export function innerLines(line: string): readonly number[] {
  let at = line.indexOf("\r");
  if (at < 0) return none;
  const starts: number[] = [];
  for (; at >= 0; at = line.indexOf("\r", at + 1)) {
    if (beginsLine(line, at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** Whether what stands behind a carriage return is a line that continues none. */
export function beginsLine(line: string, from: number): boolean {
  return !continuesRecord(line.slice(from, from + HEAD_LENGTH));
}

/** A line shows in so many characters whether it continues a record. */
const HEAD_LENGTH = 512;

const none: readonly number[] = [];
