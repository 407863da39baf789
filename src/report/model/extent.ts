import type { Period, TimeRange } from "../../store/scope.ts";

/** The period with its open ends filled in by the first and the last minute; null when an end stays unknown. */
export function extentOf(
  period: Period,
  { first, last }: { readonly first: number | null; readonly last: number | null },
): TimeRange | null {
  const since = period.since ?? first;
  const open = Math.max(last === null ? -Infinity : last + 60, period.horizon ?? -Infinity);
  const until = period.until ?? open;
  return since === null || until <= since ? null : { since, until };
}
