import type { TimeRange } from "../../store/scope.ts";
import type { Series } from "../time/series.ts";
import { type FoundIncident, findIncidents } from "./incidents.ts";
import { type FoundNew, findNews } from "./news.ts";
import { type FoundQuiet, findQuiet } from "./quiet.ts";
import { type FoundSpike, findSpikes } from "./spikes.ts";
import type { Habit, Lookback } from "./usual.ts";

/** What was counted in the period and before it. */
export interface Past {
  /** Ascending by code, from the earliest moment that any part of the report needs to the end of the period. */
  readonly series: readonly Series[];
  /** When each code was last seen before the series begin. */
  readonly earlier: ReadonlyMap<number, number>;
  /** The first minute with an occurrence of any code in the scope's logs, asked for or not; null when there is none. */
  readonly first: number | null;
  /** The hours that the period is compared with; null when there is nothing. */
  readonly lookback: Lookback | null;
  /** The series in these hours. */
  readonly habits: readonly Habit[];
}

/** Everything in a period that is not as usual. */
export interface Unusual {
  /** The most weeks that an hour of the period is compared with. */
  readonly weeks: number;
  readonly news: readonly FoundNew[];
  readonly spikes: readonly FoundSpike[];
  readonly quiet: readonly FoundQuiet[];
  readonly incidents: readonly FoundIncident[];
}

/** Finds what is unusual. A new code is not called a spike as well. */
export function findUnusual({ series, earlier, first, lookback, habits }: Past, extent: TimeRange | null): Unusual {
  if (extent === null || first === null || lookback === null)
    return { weeks: 0, news: [], spikes: [], quiet: [], incidents: [] };
  const news = findNews(series, { extent, history: first, earlier });
  const fresh = new Set(news.map(({ code }) => code));
  return {
    weeks: lookback.references.slice(lookback.from).reduce((most, { length }) => Math.max(most, length), 0),
    news,
    spikes: findSpikes(
      habits.filter(({ series: { code } }) => !fresh.has(code)),
      lookback,
      extent,
    ),
    quiet: findQuiet(habits, lookback, extent),
    incidents: findIncidents(habits, lookback, extent),
  };
}
