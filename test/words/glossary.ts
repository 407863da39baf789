/** A term that has one word in Chinese. */
export interface Term {
  /** Finds the term in English texts. */
  readonly en: RegExp;
  readonly zh: string;
  /** Other words for it, which no Chinese text uses. */
  readonly never?: RegExp;
}

/** What reports and explanations speak of, a word each. */
export const glossary: readonly Term[] = [
  { en: /\bspikes?\b/i, zh: "突增", never: /激增|猛增|飙升/ },
  { en: /\bquiet/i, zh: "偏少", never: /骤减|比平常少/ },
  { en: /^new$/i, zh: "新增", never: /新出现/ },
  { en: /\bincidents?\b/i, zh: "故障" },
  { en: /\bendpoints?\b/i, zh: "端点", never: /终结点|端点地址/ },
  { en: /(?<!exit )\bcodes?\b(?! page)/i, zh: "错误码", never: /错误代码/ },
  { en: /\bpeer\b/i, zh: "对端", never: /对方(?!设备)/ },
  { en: /^(?:machines?|hosts?)$/i, zh: "主机" },
  { en: /\bexpected\b/i, zh: "预期", never: /期望/ },
  { en: /\bperiod before\b/i, zh: "上一时段", never: /前一时段|时间段/ },
  { en: /often than usual$/, zh: "平常", never: /平时|往常/ },
  { en: /\blikely causes?\b/i, zh: "可能原因" },
  { en: /\bnext steps?\b/i, zh: "下一步" },
  { en: /\bpeak\b/i, zh: "峰值" },
  { en: /\bstore\b/i, zh: "计数库", never: /存储库|其他存储|存储中/ },
  { en: /\backnowledged\b/i, zh: "确认" },
  { en: /\boperations?\b/i, zh: "操作" },
  { en: /^still going on$/i, zh: "仍在持续" },
];
