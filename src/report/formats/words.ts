import type { Language } from "../../catalogue/entry.ts";

/** Every word that a report or a trend shows in one language. */
export interface Words {
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
  /** Where the period does not begin and end with a UTC day. */
  readonly endpointsByDay: string;
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
  /** What came and what was to be expected. */
  against(n: string, expected: string): string;
  more(n: string): string;
  readonly nothingUnusual: string;
  /** Where the store cannot look back far enough to say what is usual. */
  readonly tooYoung: string;
  /** How the period differs from the one before or a week earlier. */
  change(percent: string, then: string): string;
  readonly sameAsThen: string;
  readonly noneThen: string;
  readonly before: string;
  weeksBefore(n: number): string;
  weekdayBefore(weekday: string): string;
  readonly comma: string;
  readonly incidents: string;
  peak(n: string): string;
  readonly began: string;
  readonly goesOn: string;
  readonly duration: string;
  readonly peakTitle: string;
  readonly towards: string;
  readonly nothingLost: string;
  lost(bytes: string): string;
  withoutTime(n: string): string;
  withoutTimeLeftOut(n: string): string;
}

/** The words of both languages. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    heading: "Winsock errors",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    empty: "none",
    all: "all",
    code: "code",
    name: "name",
    count: "count",
    share: "share",
    first: "first",
    last: "last",
    cause: "likely cause",
    next: "next step",
    endpoint: "endpoint",
    endpoints: "Top endpoints",
    endpointsByDay: "Top endpoints (by whole UTC days)",
    firstSteps: "What to do first",
    start: "from",
    total: "total",
    trendTitle: "trend",
    trend: (step) => `trend, ${step} each`,
    occurrences: (n, one) => `${n} ${one ? "occurrence" : "occurrences"}`,
    codes: (n, one) => `${n} ${one ? "code" : "codes"}`,
    sources: (n, one) => `${n} ${one ? "source" : "sources"}`,
    source: (name) => `source ${name}`,
    host: (name) => `host ${name}`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    days: (n) => `${n} d`,
    read: ({ runs, bytes, lines }) =>
      `Read in all: ${runs} ${runs === "1" ? "run" : "runs"}, ${bytes}, ${lines} ${lines === "1" ? "line" : "lines"}`,
    newCode: "NEW",
    spike: "SPIKE",
    quiet: "QUIET",
    firstSeen: (time, source) => `first seen ${time} in ${source}`,
    notSeenSince: (date) => `not since ${date}`,
    against: (n, expected) => `${n} against ${expected} expected`,
    more: (n) => `and ${n} more`,
    nothingUnusual: "Nothing new, and nothing more or less often than usual",
    tooYoung: "Nothing new; what is usual is not known before three weeks are counted",
    change: (percent, then) => `${percent} vs ${then}`,
    sameAsThen: "as many",
    noneThen: "none",
    before: "the period before",
    weeksBefore: (n) => (n === 1 ? "a week before" : `${n} weeks before`),
    weekdayBefore: (weekday) => `last ${weekday}`,
    comma: ", ",
    incidents: "Incidents",
    peak: (n) => `peak ${n}/min`,
    began: "began",
    goesOn: "still going on",
    duration: "duration",
    peakTitle: "peak per minute",
    towards: "codes and endpoints",
    nothingLost: "nothing lost",
    lost: (bytes) => `${bytes} lost`,
    withoutTime: (n) => `${n} without a time`,
    withoutTimeLeftOut: (n) => `${n} more without a time, not in this period`,
  },
  zh: {
    heading: "Winsock 错误",
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    empty: "无",
    all: "全部",
    code: "代码",
    name: "名称",
    count: "次数",
    share: "占比",
    first: "首次",
    last: "末次",
    cause: "可能原因",
    next: "下一步",
    endpoint: "端点",
    endpoints: "主要端点",
    endpointsByDay: "主要端点（按完整的 UTC 日统计）",
    firstSteps: "首先要做的事",
    start: "起始",
    total: "合计",
    trendTitle: "趋势",
    trend: (step) => `趋势，每格 ${step}`,
    occurrences: (n) => `出现 ${n} 次`,
    codes: (n) => `${n} 种代码`,
    sources: (n) => `${n} 个日志源`,
    source: (name) => `日志源 ${name}`,
    host: (name) => `主机 ${name}`,
    minutes: (n) => `${n} 分钟`,
    hours: (n) => `${n} 小时`,
    days: (n) => `${n} 天`,
    read: ({ runs, bytes, lines }) => `累计读取：运行 ${runs} 次，${bytes}，${lines} 行`,
    newCode: "新增",
    spike: "激增",
    quiet: "骤减",
    firstSeen: (time, source) => `${time} 首次出现于 ${source}`,
    notSeenSince: (date) => `上次出现于 ${date}`,
    against: (n, expected) => `${n} 次，预期 ${expected} 次`,
    more: (n) => `另有 ${n} 项`,
    nothingUnusual: "没有新代码，各代码的频率也与平时相符",
    tooYoung: "没有新代码；统计满三周后才能判断是否异常",
    change: (percent, then) => `比${then} ${percent}`,
    sameAsThen: "持平",
    noneThen: "无",
    before: "前一时段",
    weeksBefore: (n) => `${n} 周前`,
    weekdayBefore: (weekday) => `上${weekday}`,
    comma: "，",
    incidents: "事件",
    peak: (n) => `峰值每分钟 ${n} 次`,
    began: "始于",
    goesOn: "仍在持续",
    duration: "持续时间",
    peakTitle: "每分钟峰值",
    towards: "代码与端点",
    nothingLost: "无丢失",
    lost: (bytes) => `丢失 ${bytes}`,
    withoutTime: (n) => `${n} 次没有时间`,
    withoutTimeLeftOut: (n) => `另有 ${n} 次没有时间，不计入本时段`,
  },
};
