import { continuesRecord } from "./record.ts";

/** How to find where the events of a line begin. */
export interface EventBorder {
  /** All of the text at a border. */
  readonly mark: RegExp;
  /** Where the event begins in it. */
  readonly offset: number;
  /** Whether an event begins there, where the mark alone does not say so. */
  readonly isReal?: (line: string, from: number) => boolean;
}

/** As Event Viewer and traces of .NET save events. */
const marked: readonly EventBorder[] = [
  { mark: /<Event[ >]/g, offset: 0 },
  { mark: /<E2ETraceEvent[ >]/g, offset: 0 },
];

/** Lines that end with a carriage return alone. */
const returned: EventBorder = {
  mark: /\r[^\r\n]/g,
  offset: 1,
  isReal: (line, from) => !continuesRecord(line.slice(from, from + HEAD_LENGTH)),
};

/** A line shows in so many characters whether it continues a record. */
const HEAD_LENGTH = 512;

/** Whether a line may have several events: most have none of their marks, and do not begin as an object or a list. */
export function mayHaveEvents(line: string): boolean {
  return line.includes("\r") || line.includes("<E") || /^[[{\s]/.test(line);
}

/** Returns how to find the events of a line by its beginning. */
export function eventBorderOf(head: string): EventBorder {
  return marked.find(({ mark }) => head.search(mark) >= 0) ?? listedObjects(head) ?? returned;
}

/** Scalar members and the name of a list, or none of them, then the first key of the first object in the list. */
const list =
  /^\s*(?:\{(?:\s*"[^"\\]{1,64}"\s*:\s*(?:"[^"\\]{0,200}"|[\w.+-]{1,40})\s*,){0,4}\s*"[^"\\]{1,64}"\s*:\s*)?\[\s*\{\s*"([^"\\]{1,64})"\s*:/;
const logRecords = /"logRecords"\s*:\s*\[\s*\{\s*"([^"\\]{1,64})"\s*:/;
/** What an object that is an event has: when it was. */
const timed = /"[^"\\]{0,24}(?:time|date|ts|Time|Date)[^"\\]{0,24}"\s*:/;

/** The objects of a JSON list on one line, when they are events: each begins with the same key. */
function listedObjects(head: string): EventBorder | null {
  if (!/^\s*[[{]/.test(head)) return null;
  const found = logRecords.exec(head) ?? list.exec(head);
  const key = found?.[1];
  if (found === null || key === undefined) return null;
  const mark = new RegExp(`\\},\\s?\\{\\s?"${key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"\\s?:`, "g");
  const first = head.slice(found.index + found[0].length - key.length - 4, found.index + found[0].length + 8192);
  const end = first.search(mark);
  return timed.test(end < 0 ? first : first.slice(0, end)) ? { mark, offset: 2 } : null;
}

/** Where events begin in a text, behind its first `seen` characters: those were searched already. */
export function eventStarts(text: string, { mark, offset, isReal }: EventBorder, seen = 0): number[] {
  const starts: number[] = [];
  mark.lastIndex = Math.max(0, seen - MAX_MARK_LENGTH);
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    mark.lastIndex = found.index + 1;
    const start = found.index + offset;
    if (found.index + found[0].length > seen && isReal?.(text, start) !== false) starts.push(start);
  }
  return starts;
}

const MAX_MARK_LENGTH = 80;
