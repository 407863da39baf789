import { words } from "../../words/index.ts";
import type { Report } from "../model/report.ts";

/**
 * Returns the heading of the endpoints. It says so where the period cuts a UTC day, because endpoints are counted by
 * UTC days.
 */
export function endpointsHeading({ lang, period: { since, until } }: Report): string {
  const say = words[lang].report;
  const cut = [since, until].some((second) => second !== null && second % 86_400 !== 0);
  return cut ? say.endpointsByDay : say.endpoints;
}
