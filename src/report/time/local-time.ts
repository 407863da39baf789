import { Temporal } from "temporal-polyfill";

/** A moment in the calendar and clock of a time zone. */
export interface LocalTime {
  /** `2026-11-20` */
  readonly date: string;
  /** `02:40` */
  readonly time: string;
  /** `+01:00` */
  readonly offset: string;
  /** 1 is Monday. */
  readonly weekday: number;
}

/** Converts Unix seconds to a zone's local time. */
export function localTime(second: number, zone: string): LocalTime {
  const at = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
  return {
    date: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: "minute" }),
    offset: at.offset,
    weekday: at.dayOfWeek,
  };
}

/** Writes Unix seconds as `2026-11-20T02:40:00+01:00`. */
export const isoTime = (second: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(second * 1000)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: "second", timeZoneName: "never" });
