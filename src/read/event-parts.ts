import { eventsIn } from "../line/events.ts";

/** A part of a line that is in one event. */
export interface EventPart {
  readonly bytes: string;
  /** What comes before it in its event, as far as it is known. */
  readonly before: string;
  /** Whether the event begins with it. */
  readonly isNew: boolean;
}

/** Whether a line has several events. */
export function hasEvents(line: string): boolean {
  return (eventsIn(line)?.length ?? 0) > 1;
}

/**
 * Cuts a window of a line before each event; `before` is the end of the window before. What a line begins with belongs to
 * its first event.
 */
export function eventParts(bytes: string, before: string, first: boolean): readonly EventPart[] {
  const starts = [...(eventsIn(bytes) ?? [])];
  // A window may end inside a mark, behind its bracket.
  if (before.endsWith("<") && /^(?:Event|E2ETraceEvent)[ >]/.test(bytes)) starts.unshift(0);
  const borders = first ? starts.slice(1) : starts;
  if (borders.length === 0) return [{ bytes, before: inEvent(before), isNew: false }];
  const parts = borders.map((from, n) => ({ bytes: bytes.slice(from, borders[n + 1]), before: "", isNew: true }));
  const rest = bytes.slice(0, borders[0]);
  return rest === "" ? parts : [{ bytes: rest, before: inEvent(before), isNew: false }, ...parts];
}

function inEvent(before: string): string {
  return before.slice(eventsIn(before)?.at(-1) ?? 0);
}
