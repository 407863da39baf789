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

/**
 * Returns a function for what there is to choose from. A large store is asked for it a twentieth of the time at most, so
 * that its page is fresh sooner.
 */
export function createChoices(): (store: Questions) => Promise<FieldChoices> {
  let kept: { readonly choices: FieldChoices; readonly at: number; readonly costMs: number } | null = null;
  return async (store) => {
    const began = performance.now();
    if (kept !== null && kept.costMs > 50 && began - kept.at < 20 * kept.costMs) return kept.choices;
    const choices = await choicesOf(store);
    const at = performance.now();
    kept = { choices, at, costMs: at - began };
    return choices;
  };
}

/** What there is in the store to choose from, at most a hundred of a kind. */
async function choicesOf(store: Questions): Promise<FieldChoices> {
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
