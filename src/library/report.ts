import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import { WsaError } from "../error.ts";
import { formats } from "../report/formats/index.ts";
import { buildReport } from "../report/model/build-report.ts";
import type { Report } from "../report/model/report.ts";
import { withStoredNames } from "../report/model/stored-names.ts";
import { parsePeriod } from "../report/time/parse-period.ts";
import { timeZoneOf } from "../report/time/time-zone.ts";
import { allOf, say } from "../wording.ts";
import { storeOf } from "./handles.ts";
import type { StoreHandle } from "./store-handle.ts";

/** What a report is about, and how it is told. */
export interface ReportOptions {
  /** The first moment that counts: a date, or text as `--since` takes it (`yesterday`, `24h`); default: the first occurrence. */
  readonly since?: Date | string | undefined;
  /** The first moment that no longer counts; default: behind the last occurrence. */
  readonly until?: Date | string | undefined;
  /** IANA name of the time zone of days and hours; default: the machine's. */
  readonly tz?: string | undefined;
  /** Default `en`. */
  readonly lang?: Language | undefined;
  /** Only the logs with this name; the end of a path will do where one log alone has it. */
  readonly source?: string | undefined;
  /** Only the logs of this machine. */
  readonly host?: string | undefined;
  /** Only these codes. */
  readonly codes?: readonly number[] | undefined;
  /** Names, titles and advice; default: the catalogue that ships with the package. */
  readonly catalogue?: Catalogue | undefined;
}

/** How a report is written. */
export interface FormatOptions {
  readonly format: "text" | "markdown" | "html" | "mime" | "json" | "csv";
  /** Columns that fit; default 80. */
  readonly width?: number | undefined;
  /** Addresses of the mail that `mime` writes. */
  readonly mail?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
}

/**
 * Reports what a store has counted: what broke, how often, since when, towards whom, and what to do. Resolves to the
 * model that every format shows, or with `format` to its text. Rejects with a WsaError `usage` for a period or a format
 * that makes no sense and for a log or a machine that nothing was read from, and as `openStore` does.
 *
 * @example
 * const { totals, codes } = await report(store, { since: "24h" });
 * const page = await report(store, { since: "yesterday", until: "today", format: "html" });
 */
export function report(store: StoreHandle, options?: ReportOptions): Promise<Report>;
export function report(store: StoreHandle, options: ReportOptions & FormatOptions): Promise<string>;
export async function report(
  store: StoreHandle,
  options: ReportOptions & Partial<FormatOptions> = {},
): Promise<Report | string> {
  const { catalogue: given = shipped, lang = "en", source = null, host = null, codes: onlyCodes } = options;
  const nowMs = Date.now();
  const period = parsePeriod(
    { since: toText(options.since), until: toText(options.until) },
    timeZoneOf(options.tz),
    nowMs,
  );
  const scope = { period, source, host, ...(onlyCodes && { onlyCodes }) };
  const render = options.format && rendererOf(options.format);
  const model = await storeOf(store).snapshot(async (reader) => {
    const catalogue = await withStoredNames(given, reader);
    return await buildReport(reader, { catalogue, scope, lang, nowMs });
  });
  return render ? render(model, { width: options.width ?? 80, color: false, mail: options.mail ?? {} }) : model;
}

const toText = (moment: Date | string | undefined) => (moment instanceof Date ? moment.toISOString() : moment);

function rendererOf(name: string) {
  const format = formats.find((one) => one.name === name);
  if (format !== undefined) return format.render;
  const hint = say`give one of ${allOf(formats.map((one) => one.name))}`;
  throw new WsaError("usage", `format ${name}`, say`no such format`, { hint });
}
