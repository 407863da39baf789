import type { Language } from "../../catalogue/entry.ts";

/** What the page says beside the words that it shares with the other formats. */
export interface PageWords {
  readonly none: string;
  /** The head sentence: how many, beside what, mostly what. */
  sentence(parts: { readonly errors: string; readonly beside: string | null; readonly mostly: string | null }): string;
  errors(n: string, one: boolean): string;
  times(factor: string, than: string): string;
  more(percent: string, than: string): string;
  fewer(percent: string, than: string): string;
  same(than: string): string;
  noneThen(than: string): string;
  readonly dayBefore: string;
  readonly periodBefore: string;
  /** The same by itself, beside the dotted line. */
  readonly before: string;
  /** The most frequent code: all there is, most of it, or just ahead of the others. */
  mostly(what: { readonly title: string; readonly code: number; readonly part: "all" | "most" | "some" }): string;
  towards(endpoint: string): string;
  readonly fresh: string;
  readonly noFresh: string;
  seenBefore(date: string): string;
  readonly spikes: string;
  readonly noSpikes: string;
  /** Fewer than three weeks of history. */
  tooEarly(weeks: number): string;
  against(n: string, expected: string): string;
  readonly quiet: string;
  readonly incidents: string;
  readonly noIncidents: string;
  peak(n: string): string;
  readonly open: string;
  readonly began: string;
  moreOf(n: string): string;
  readonly colon: string;
  readonly selectHint: string;
  readonly overTime: string;
  readonly others: string;
  readonly numbers: string;
  readonly from: string;
  overTimeSummary(busiest: string, n: string): string;
  readonly codes: string;
  readonly change: string;
  /** A code that there was none of in the period before. */
  readonly noneBefore: string;
  readonly explain: string;
  readonly meaning: string;
  readonly causes: string;
  readonly relatedCodes: string;
  readonly operations: string;
  readonly sources: string;
  readonly samples: string;
  readonly noAdvice: string;
  readonly seen: string;
  readonly retryable: string;
  readonly notRetryable: string;
  readonly acknowledged: string;
  readonly busiestStep: string;
  readonly when: string;
  readonly duration: string;
  readonly what: string;
  readonly heatMap: string;
  heatMapRange(from: string, to: string): string;
  readonly weekday: string;
  line(n: string): string;
  readonly about: string;
  readonly definitions: readonly (readonly [term: string, meaning: string])[];
}

/** The words of both languages. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  en: {
    none: "No Winsock errors in this period.",
    sentence: ({ errors, beside, mostly }) => `${[errors, beside, mostly].filter((part) => part !== null).join(", ")}.`,
    errors: (n, one) => `${n} Winsock ${one ? "error" : "errors"}`,
    times: (factor, than) => `${factor} times as many as ${than}`,
    more: (percent, than) => `${percent} more than ${than}`,
    fewer: (percent, than) => `${percent} fewer than ${than}`,
    same: (than) => `about as many as ${than}`,
    noneThen: (than) => `after none ${than}`,
    dayBefore: "the day before",
    periodBefore: "in the period before",
    before: "the period before",
    mostly: ({ title, code, part }) => `${{ all: "all", most: "mostly", some: "most often" }[part]} ${title} (${code})`,
    towards: (endpoint) => ` towards ${endpoint}`,
    fresh: "New",
    noFresh: "No code that was not known before",
    seenBefore: (date) => `not since ${date}`,
    spikes: "Spikes",
    noSpikes: "Nothing more often than usual",
    tooEarly: (weeks) => `Too little history to tell: ${weeks} of 3 weeks`,
    against: (n, expected) => `${n} against ${expected} expected`,
    quiet: "Quieter than usual",
    incidents: "Incidents",
    noIncidents: "No run of errors close in time",
    peak: (n) => `peak ${n}/min`,
    open: "still going on",
    began: "Began with",
    moreOf: (n) => `and ${n} more`,
    colon: ": ",
    selectHint: "A click on a command selects all of it.",
    overTime: "Over time",
    others: "other codes",
    numbers: "The numbers",
    from: "from",
    overTimeSummary: (busiest, n) => `Most in the step from ${busiest}: ${n}.`,
    codes: "Codes",
    change: "change",
    noneBefore: "none before",
    explain: "What it means and what to do",
    meaning: "What it means",
    causes: "Likely causes and next steps",
    relatedCodes: "Easily confused with",
    operations: "What the programs were doing",
    sources: "Where it was logged",
    samples: "From the logs",
    noAdvice: "The catalogue does not know this code.",
    seen: "seen",
    retryable: "trying again can help",
    notRetryable: "trying again will not help",
    acknowledged: "acknowledged",
    busiestStep: "most",
    when: "when",
    duration: "lasted",
    what: "what",
    heatMap: "By weekday and hour",
    heatMapRange: (from, to) => `${from} to ${to}`,
    weekday: "weekday",
    line: (n) => `line ${n}`,
    about: "What the numbers mean",
    definitions: [
      ["occurrence", "A line of a log that names a code; a line that names it three times is one occurrence."],
      ["share", "Of all occurrences in the period."],
      [
        "change",
        "Against the stretch of the same length just before; the dotted line in the chart is that stretch as well.",
      ],
      ["new", "A code that was not seen in the thirty days before it came, and that nobody has acknowledged."],
      [
        "spike",
        "An hour in which a code came at least ten times, twice as often as expected (the mean of the same hours of up to eight weeks before, at least three), and so often that chance explains it in fewer than one report in a hundred.",
      ],
      [
        "quieter",
        "Over a day or longer at most half of what was expected, twenty or more, with the same care about chance.",
      ],
      [
        "incident",
        "A run of busy minutes of a code, none more than five minutes after the one before, with at least ten occurrences and four times the usual ones; those of several codes that overlap are one. The peak is its busiest minute.",
      ],
      ["first, last", "The first and the last minute with an occurrence, by the logs' own clocks, in the zone above."],
      [
        "endpoints, operations",
        "What the lines name; counted by whole UTC days, so they may hold a little more than the period.",
      ],
    ],
  },
  zh: {
    none: "本时段没有 Winsock 错误。",
    sentence: ({ errors, beside, mostly }) =>
      `${[errors, beside, mostly].filter((part) => part !== null).join("，")}。`,
    errors: (n) => `${n} 个 Winsock 错误`,
    times: (factor, than) => `是${than}的 ${factor} 倍`,
    more: (percent, than) => `比${than}多 ${percent}`,
    fewer: (percent, than) => `比${than}少 ${percent}`,
    same: (than) => `与${than}相近`,
    noneThen: (than) => `${than}没有错误`,
    dayBefore: "前一天",
    periodBefore: "上一时段",
    before: "上一时段",
    mostly: ({ title, code, part }) => `${{ all: "全部是", most: "主要是", some: "最多的是" }[part]}${title} (${code})`,
    towards: (endpoint) => `，指向 ${endpoint}`,
    fresh: "新出现",
    noFresh: "没有新出现的代码",
    seenBefore: (date) => `上次出现于 ${date}`,
    spikes: "突增",
    noSpikes: "没有比平常更多的代码",
    tooEarly: (weeks) => `历史太短，无法判断：需要 3 周，现有 ${weeks} 周`,
    against: (n, expected) => `${n} 次，预期 ${expected} 次`,
    quiet: "比平常少",
    incidents: "事件",
    noIncidents: "没有集中出现的错误",
    peak: (n) => `峰值每分钟 ${n} 次`,
    open: "仍在持续",
    began: "起始行",
    moreOf: (n) => `另有 ${n} 个`,
    colon: "：",
    selectHint: "点击命令即可选中整条命令。",
    overTime: "时间分布",
    others: "其他代码",
    numbers: "具体数字",
    from: "起始",
    overTimeSummary: (busiest, n) => `最多的一格从 ${busiest} 开始：${n} 次。`,
    codes: "代码",
    change: "变化",
    noneBefore: "此前没有",
    explain: "含义与处理办法",
    meaning: "含义",
    causes: "可能原因和下一步",
    relatedCodes: "容易混淆的代码",
    operations: "程序当时的操作",
    sources: "出现在哪些日志",
    samples: "日志原文",
    noAdvice: "目录中没有这个代码。",
    seen: "出现时间",
    retryable: "重试可能有效",
    notRetryable: "重试无效",
    acknowledged: "已确认",
    busiestStep: "最多",
    when: "时间",
    duration: "持续",
    what: "内容",
    heatMap: "按星期和小时",
    heatMapRange: (from, to) => `${from} 至 ${to}`,
    weekday: "星期",
    line: (n) => `第 ${n} 行`,
    about: "数字的含义",
    definitions: [
      ["次数", "日志中出现该代码的行数；同一行出现三次也只算一次。"],
      ["占比", "占本时段全部次数的比例。"],
      ["变化", "与紧邻的、同样长的上一时段相比；图中的虚线也是上一时段。"],
      ["新出现", "此前三十天内没有出现过，且没有人确认过的代码。"],
      [
        "突增",
        "某一小时内该代码至少出现十次，达到预期（此前三到八周相同小时的平均值）的两倍以上，且在一百份报告中由偶然造成的不到一份。",
      ],
      ["比平常少", "一天或更长的时段内不超过预期的一半，预期至少二十次，对偶然性的要求相同。"],
      [
        "事件",
        "同一代码的一连串繁忙分钟，相邻两分钟间隔不超过五分钟，至少十次，且达到平常的四倍；不同代码的事件若重叠则合为一个。峰值是其中最多的一分钟。",
      ],
      ["首次、末次", "按日志自身的时钟，第一次和最后一次出现的分钟，以上面的时区表示。"],
      ["端点、操作", "取自日志行；按完整的 UTC 日统计，因此可能略多于本时段。"],
    ],
  },
};
