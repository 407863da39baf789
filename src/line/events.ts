const opening = "<Event";

/**
 * Returns where the parts of a line begin that are events of their own, when it has several, as Event Viewer saves them;
 * what comes before the first belongs to it. Null for any other line.
 */
export function eventsIn(line: string): readonly number[] | null {
  let starts: number[] | null = null;
  for (let at = line.indexOf(opening); at >= 0; at = line.indexOf(opening, at + opening.length)) {
    const next = line[at + opening.length];
    if (next === " " || next === ">") {
      starts ??= [];
      starts.push(at);
    }
  }
  return starts;
}
