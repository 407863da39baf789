import type { Reader } from "../store/store.ts";

/** What the live page is limited to, as it stands in the URL; the empty text limits nothing. */
export type Filter = Readonly<Record<FilterName, string>>;

/** The names of the filters, in the URL as in the form. */
export const filterNames = ["since", "until", "code", "source", "host", "endpoint"] as const;

export type FilterName = (typeof filterNames)[number];

/** The filters that a URL names; what else it names is left alone. */
export function filterOf(parameters: URLSearchParams): Filter {
  const value = (name: FilterName): string => (parameters.get(name) ?? "").trim();
  return {
    since: value("since"),
    until: value("until"),
    code: value("code"),
    source: value("source"),
    host: value("host"),
    endpoint: value("endpoint"),
  };
}

/** What the form offers for its fields. */
export type Choices = Readonly<Record<FilterName, readonly string[]>>;

/** What there is in the store to choose from, at most a hundred of a kind. */
export async function choicesOf(store: Reader): Promise<Choices> {
  const list = async (sql: string): Promise<string[]> =>
    (await store.read<{ value: string | number }>(`${sql} LIMIT 100`)).map(({ value }) => String(value));
  return {
    since: ["1h", "24h", "7d", "30d", "today", "yesterday"],
    until: ["today", "now"],
    code: await list("SELECT code AS value FROM counts GROUP BY code ORDER BY sum(n) DESC"),
    source: await list("SELECT DISTINCT name AS value FROM sources ORDER BY name"),
    host: await list("SELECT DISTINCT host AS value FROM sources ORDER BY host"),
    endpoint: await list("SELECT endpoint AS value FROM endpoints GROUP BY endpoint ORDER BY sum(n) DESC"),
  };
}
