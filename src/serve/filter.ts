import { operations } from "../catalogue/entry.ts";
import type { Questions } from "../store/questions.ts";

/** What the live page is limited to and how it is shown, as in the URL; the empty text limits and changes nothing. */
export type Filter = Readonly<Record<FilterName | "tz" | "lang", string>>;

/** The names of the filters, in the URL as in the form. */
export const filterNames = ["since", "until", "code", "source", "host", "endpoint", "operation"] as const;

export type FilterName = (typeof filterNames)[number];

/** Reads the filters of a URL; its other parameters are ignored. */
export function filterOf(parameters: URLSearchParams): Filter {
  const value = (name: keyof Filter): string => (parameters.get(name) ?? "").trim();
  return {
    since: value("since"),
    until: value("until"),
    code: value("code"),
    source: value("source"),
    host: value("host"),
    endpoint: value("endpoint"),
    operation: value("operation"),
    tz: value("tz"),
    lang: value("lang"),
  };
}

/** What the form offers for its fields. */
export type FieldChoices = Readonly<Record<FilterName | "tz", readonly string[]>>;

/** What there is in the store to choose from, at most a hundred of a kind. */
export async function choicesOf(store: Questions): Promise<FieldChoices> {
  const { codes, sources, hosts, endpoints } = await store.choices(100);
  return {
    since: ["1h", "24h", "7d", "30d", "today", "yesterday"],
    until: ["today", "now"],
    code: codes.map(String),
    source: sources,
    host: hosts,
    endpoint: endpoints,
    operation: operations,
    tz: ["UTC", ...Intl.supportedValuesOf("timeZone")],
  };
}
