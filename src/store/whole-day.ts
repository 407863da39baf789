/**
 * Stores of schema 1 and 2 counted endpoints and operations by UTC days: such a count is kept at the day's first second, where
 * no minute begins.
 */
export function isWholeDay(minute: number): boolean {
  return minute % 60 === 1;
}

/** The second that holds the count of a UTC day; `day` is its start, 0 when unknown. */
export function wholeDay(day: number): number {
  return day === 0 ? 0 : day + 1;
}

export const secondsPerDay = 86_400;
