/** The words of a report or a trend. */
export interface ReportWords {
  readonly heading: string;
  readonly weekdays: readonly string[];
  readonly empty: string;
  readonly all: string;
  readonly code: string;
  readonly name: string;
  readonly count: string;
  readonly share: string;
  readonly first: string;
  readonly last: string;
  readonly cause: string;
  readonly next: string;
  readonly endpoint: string;
  readonly endpoints: string;
  /** For a period that cuts a UTC day. */
  readonly endpointsByDay: string;
  /** Tables of machines and logs, and the heads of their first columns. */
  readonly hostsTitle: string;
  readonly hostTitle: string;
  readonly sourcesTitle: string;
  readonly sourceTitle: string;
  readonly firstSteps: string;
  readonly start: string;
  readonly total: string;
  readonly trendTitle: string;
  trend(step: string): string;
  occurrences(n: string, one: boolean): string;
  codes(n: string, one: boolean): string;
  sources(n: string, one: boolean): string;
  source(name: string): string;
  host(name: string): string;
  minutes(n: number): string;
  hours(n: number): string;
  days(n: number): string;
  read(figures: { readonly runs: string; readonly bytes: string; readonly lines: string }): string;
  readonly newCode: string;
  readonly spike: string;
  readonly quiet: string;
  firstSeen(time: string, source: string): string;
  notSeenSince(date: string): string;
  /** The count and the expected count. */
  against(n: string, expected: string): string;
  more(n: string): string;
  readonly nothingUnusual: string;
  /** For a history that begins with the period and is no longer than a day. */
  readonly firstDay: string;
  /** For a history that is too short to know what is usual. */
  readonly tooYoung: string;
  /** The difference to another period. */
  change(percent: string, then: string): string;
  times(factor: string, then: string): string;
  sameAsThen(then: string): string;
  noneThen(then: string): string;
  readonly before: string;
  weeksBefore(n: number): string;
  weekdayBefore(weekday: string): string;
  readonly comma: string;
  /** Behind what it adds to, in brackets. */
  aside(text: string): string;
  /** Between clauses. */
  readonly clause: string;
  readonly incidents: string;
  /** What speaks for a cause. */
  besideCode(code: number): string;
  duringIncident(code: number, range: string): string;
  peak(n: string): string;
  readonly began: string;
  readonly goesOn: string;
  readonly duration: string;
  readonly peakTitle: string;
  readonly towards: string;
  readonly nothingLost: string;
  readonly setAside: (messages: string) => string;
  lost(bytes: string): string;
  lostMessages(messages: string): string;
  withoutTime(n: string): string;
  withoutTimeLeftOut(n: string): string;
  strayTimes(n: string, days: string): string;
}
