import type { DateOrder } from "./date-order.ts";
import { dateOf, fullYear } from "./stamp.ts";

/** A log that is older than this is rarely read. */
const firstOfRecent = 2020;
const yearsOfSpark = 5;

/** How a date of three numbers with two digits each is written. */
interface ShortDate {
  readonly first: string;
  readonly second: string;
  readonly last: string;
  readonly mark: string;
  /** Whether what comes behind it is Hadoop's and Spark's own layout, which begins with the year. */
  readonly isHadoop: boolean;
}

/** Whether such a date begins with its year: "26/11/03" does, "13/11/26" does not. */
export function beginsWithYear({ first, second, last, mark, isHadoop }: ShortDate, order: DateOrder): boolean {
  const [year, otherYear] = [fullYear(first), fullYear(last)];
  const now = order.year();
  if (year > now || dateOf(year, Number(second), Number(last)) === null) return false;
  if (otherYear > now) return true;
  if (otherYear < firstOfRecent) return isHadoop || year > otherYear;
  if (order.isProven) return false;
  if (isHadoop) return year > otherYear - yearsOfSpark;
  return mark === "-" && (otherYear !== now || year === now) && Number(first) > 12;
}
