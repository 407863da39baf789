import { type EventBorder, eventBorderOf, eventStarts, mayHaveEvents } from "../line/events.ts";

/** A part of a line that is in one event. */
export interface EventPart {
  readonly bytes: string;
  /** What comes before it in its event, as far as it is known. */
  readonly before: string;
  /** Whether the event begins with it. */
  readonly isNew: boolean;
}

/** Cuts the windows of one line, from its first one on, before each event. */
export type EventCutter = (bytes: string, before: string) => readonly EventPart[];

/**
 * Creates a cutter for a line that begins with a window. `before` is the end of the window before, empty for the first.
 * What a line begins with belongs to its first event.
 */
export function createEventCutter(head: string): EventCutter {
  const border = eventBorderOf(head);
  let isBegun = false;
  return (bytes, before) => {
    const starts = eventStarts(before + bytes, border, before.length);
    const isFirst = !isBegun;
    isBegun = true;
    const borders = (isFirst ? laterStarts(starts, border) : starts).map((start) => Math.max(0, start - before.length));
    const parts = borders.map((from, n) => ({ bytes: bytes.slice(from, borders[n + 1]), before: "", isNew: true }));
    const rest = bytes.slice(0, borders[0]);
    return rest === "" ? parts : [{ bytes: rest, before: inEvent(before, border), isNew: false }, ...parts];
  };
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
