import { beginsLine, eventMarks, innerLines } from "../line/events.ts";

/** A part of a line that is in one event. */
export interface EventPart {
  readonly bytes: string;
  /** What comes before it in its event, as far as it is known. */
  readonly before: string;
  /** Whether the event begins with it. */
  readonly isNew: boolean;
}

/** Whether a line has several events: by their marks, or because its lines end with a carriage return alone. */
export function hasEvents(line: string): boolean {
  return bordersIn(line, "", true).length > 0;
}

/**
 * Cuts a window of a line before each event; `before` is the end of the window before. What a line begins with belongs to
 * its first event.
 */
export function eventParts(bytes: string, before: string, first: boolean): readonly EventPart[] {
  const borders = bordersIn(bytes, before, first);
  if (borders.length === 0) return [{ bytes, before: inEvent(before), isNew: false }];
  const parts = borders.map((from, n) => ({ bytes: bytes.slice(from, borders[n + 1]), before: "", isNew: true }));
  const rest = bytes.slice(0, borders[0]);
  return rest === "" ? parts : [{ bytes: rest, before: inEvent(before), isNew: false }, ...parts];
}

function bordersIn(bytes: string, before: string, first: boolean): readonly number[] {
  const marks = eventMarks(bytes);
  if (first) return marks.length > 0 ? marks.slice(1) : innerLines(bytes);
  const inside = marks.length > 0 ? marks : innerLines(bytes);
  return beginsEvent(bytes, before) ? [0, ...inside] : inside;
}

/** Whether a window begins with an event, because the one before ends inside its mark or with a line. */
function beginsEvent(bytes: string, before: string): boolean {
  if (before.endsWith("<")) return /^(?:Event|E2ETraceEvent)[ >]/.test(bytes);
  return before.endsWith("\r") && beginsLine(bytes, 0);
}

function inEvent(before: string): string {
  return before.slice(eventMarks(before).at(-1) ?? innerLines(before).at(-1) ?? 0);
}
