import { words } from "../../words/index.ts";
import type { Report } from "../model/report.ts";

/** Returns the heading of the endpoints, with a note where the period cuts a UTC day that is counted as a whole. */
export function endpointsHeading({ lang, endpoints, period: { since, until } }: Report): string {
  const say = words[lang].report;
  const cuts = [since, until].some((second) => second !== null && second % 86_400 !== 0);
  return cuts && endpoints.some(({ byDay }) => byDay > 0) ? say.endpointsByDay : say.endpoints;
}
