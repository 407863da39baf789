/** The words of the live page around the report. */
export interface LiveWords {
  readonly filters: string;
  readonly fields: Readonly<Record<FilterField, string>>;
  /** The placeholder of an empty field. */
  readonly examples: Readonly<Record<FilterField, string>>;
  /** The usual periods, and the calendars beside them. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** The list of the filters that are set, and what takes one away. */
  readonly shown: string;
  remove(filter: string): string;
  readonly apply: string;
  readonly clear: string;
  readonly live: string;
  readonly lost: string;
  /** Why there are no lines around an occurrence. */
  readonly noLines: Readonly<Record<"unknown" | "gone" | "changed", string>>;
  readonly waiting: string;
  readonly waitingLong: string;
  readonly wrong: string;
}

type FilterField = "since" | "until" | "code" | "source" | "host" | "endpoint" | "operation" | "tz";
