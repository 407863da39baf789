import type { ReportWords } from "../../words/report-words.ts";
import { type Bucket, minutesOf } from "../time/buckets.ts";

/** Writes how long a step is, or `size` of them together: `30 min`, `2 h`, `7 d`. */
export function stepLength(bucket: Bucket, say: ReportWords, size = 1): string {
  const minutes = minutesOf(bucket) * size;
  if (minutes % 1440 === 0) return say.days(minutes / 1440);
  return minutes % 60 === 0 ? say.hours(minutes / 60) : say.minutes(minutes);
}
