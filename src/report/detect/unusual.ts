import type { Period } from "../../store/scope.ts";
import type { Past } from "../model/past.ts";
import type { TimeRange } from "../model/report.ts";
import { type FoundIncident, findIncidents } from "./incidents.ts";
import { type FoundNew, findNews } from "./news.ts";
import { type FoundQuiet, findQuiet } from "./quiet.ts";
import { type FoundSpike, findSpikes } from "./spikes.ts";
import { createLookback, habitOf } from "./usual.ts";

/** Everything in a period that is not as usual. */
export interface Unusual {
  /** The most weeks that an hour of the period is compared with. */
  readonly weeks: number;
  readonly news: readonly FoundNew[];
  readonly spikes: readonly FoundSpike[];
  readonly quiet: readonly FoundQuiet[];
  readonly incidents: readonly FoundIncident[];
}

/** Looks for what is not as usual; a code that is new is not called a spike as well. */
export function findUnusual(
  { series, earlier, first }: Past,
  extent: TimeRange | null,
  { since, zone }: Period,
): Unusual {
  if (extent === null || first === null) return { weeks: 0, news: [], spikes: [], quiet: [], incidents: [] };
  const lookback = createLookback(extent, first, zone);
  const habits = series.map((one) => habitOf(one, lookback));
  const news = findNews(series, { extent, bounded: since !== null, earlier });
  const fresh = new Set(news.map(({ code }) => code));
  return {
    weeks: Math.max(...lookback.references.slice(lookback.from).map(({ length }) => length), 0),
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
