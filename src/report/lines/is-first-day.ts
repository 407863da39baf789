import { FIRST_DAY } from "../detect/news.ts";
import type { Report } from "../model/report.ts";

/** Whether all of a report is within the first day of its history, in which there is nothing to compare with. */
export const isFirstDay = ({ history: { first }, extent }: Report): boolean =>
  first !== null && extent !== null && extent.until <= first + FIRST_DAY;
