import { words } from "../../words/index.ts";
import type { Report } from "../model/report.ts";

/** The heading of the endpoints, which says so where the period cuts a UTC day: endpoints are kept by whole days. */
export function endpointsHeading({ lang, period: { since, until } }: Report): string {
  const say = words[lang].report;
  const cut = [since, until].some((second) => second !== null && second % 86_400 !== 0);
  return cut ? say.endpointsByDay : say.endpoints;
}
