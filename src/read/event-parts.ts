import { type EventBorder, eventBorderOf, eventStarts, mayHaveEvents } from "../line/events.ts";

/** A part of a line that is in one event. */
export interface EventPart {
  readonly bytes: string;
  /** What comes before it in its event, as far as it is known. */
  readonly before: string;
  /** What comes behind it in its event, as far as it is known. */
  readonly behind: string;
  /** Whether the event begins with it. */
  readonly isNew: boolean;
}

/** Cuts the windows of one line, from its first one on, before each event. */
export type EventCutter = (bytes: string, before: string, behind: string) => readonly EventPart[];

/**
 * Creates a cutter for a line that begins with a window. `before` is the end of the window before, empty for the first;
 * `behind` is what comes next, as far as it is known. What a line begins with belongs to its first event.
 */
export function createEventCutter(head: string): EventCutter {
  const border = eventBorderOf(head);
  let isBegun = false;
  return (bytes, before, behind) => {
    const seen = before + bytes;
    const starts = eventStarts(seen, border, before.length);
    const isFirst = !isBegun;
    isBegun = true;
    const borders = (isFirst ? laterStarts(starts, border) : starts).map((start) => Math.max(0, start - before.length));
    const rest = bytes.slice(0, borders[0]);
    const parts = borders.map((from, n) => partOf(bytes.slice(from, borders[n + 1]), "", true));
    if (rest !== "") parts.unshift(partOf(rest, inEvent(before, border), false));
    const [next = seen.length + behind.length] = behind === "" ? [] : eventStarts(seen + behind, border, seen.length);
    return parts.with(-1, { ...(parts.at(-1) as EventPart), behind: behind.slice(0, Math.max(0, next - seen.length)) });
  };
}

function partOf(bytes: string, before: string, isNew: boolean): EventPart {
  return { bytes, before, behind: "", isNew };
}

/** Whether a line has several events. */
export function hasEvents(line: string): boolean {
  if (!mayHaveEvents(line)) return false;
  const border = eventBorderOf(line);
  return laterStarts(eventStarts(line, border), border).length > 0;
}

/** A mark comes before each event, the first one too; a border is only between two. */
function laterStarts(starts: number[], { offset }: EventBorder): number[] {
  return offset === 0 ? starts.slice(1) : starts;
}

function inEvent(before: string, border: EventBorder): string {
  return before.slice(eventStarts(before, border).at(-1) ?? 0);
}
