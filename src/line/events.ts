const openings = ["<Event", "<E2ETraceEvent"];

/** What the name of a mark ends with. */
const borders = new Set([" ", ">"]);

/**
 * Returns where the parts of a line begin that are events of their own, when it has several, as Event Viewer and traces
 * of .NET save them; what comes before the first belongs to it. Null for any other line.
 */
export function eventsIn(line: string): readonly number[] | null {
  for (const opening of openings) {
    let starts: number[] | null = null;
    for (let at = line.indexOf(opening); at >= 0; at = line.indexOf(opening, at + opening.length)) {
      if (!borders.has(line[at + opening.length] ?? "")) continue;
      starts ??= [];
      starts.push(at);
    }
    if (starts !== null) return starts;
  }
  return null;
}
