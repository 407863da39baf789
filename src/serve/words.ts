import type { Language } from "../catalogue/entry.ts";
import type { FilterName } from "./filter.ts";

/** Texts of the live page around the report. */
export interface Words {
  readonly filters: string;
  readonly fields: Readonly<Record<FilterName, string>>;
  /** What an empty field shows. */
  readonly examples: Readonly<Record<FilterName, string>>;
  readonly apply: string;
  readonly clear: string;
  readonly json: string;
  readonly live: string;
  readonly lost: string;
  readonly waiting: string;
  readonly waitingLong: string;
  readonly wrong: string;
}

/** The words of both languages. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    filters: "Filters",
    fields: { since: "Since", until: "Until", code: "Code", source: "Log", host: "Machine", endpoint: "Endpoint" },
    examples: {
      since: "24h, yesterday",
      until: "now",
      code: "10054 10061",
      source: "all",
      host: "all",
      endpoint: "all",
    },
    apply: "Show",
    clear: "Show everything",
    json: "JSON",
    live: "Live",
    lost: "Not connected; trying again",
    waiting: "Waiting for the store",
    waitingLong: "This page shows the counts as soon as they can be read.",
    wrong: "This filter cannot be used",
  },
  zh: {
    filters: "筛选",
    fields: { since: "起始", until: "截止", code: "代码", source: "日志", host: "主机", endpoint: "端点" },
    examples: {
      since: "24h、yesterday",
      until: "now",
      code: "10054 10061",
      source: "全部",
      host: "全部",
      endpoint: "全部",
    },
    apply: "显示",
    clear: "显示全部",
    json: "JSON",
    live: "实时",
    lost: "连接已断开，正在重试",
    waiting: "正在等待计数库",
    waitingLong: "一旦可以读取计数，本页就会显示。",
    wrong: "无法使用这个筛选条件",
  },
};
