// The live page: the report, kept fresh while others write the store. watch.ts notices changes of the store, events.ts
// passes them on to the browsers, they ask again, and response-cache.ts makes each response once. server.ts speaks HTTP,
// guard.ts refuses strangers. To add a page, write its route below.
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";
import { WsaError } from "../error.ts";
import { metricsText, metricsType } from "../metrics/prometheus.ts";
import { buildReport } from "../report/model/build-report.ts";
import type { Report } from "../report/model/report.ts";
import { withStoredNames } from "../report/model/stored-names.ts";
import type { Questions } from "../store/questions.ts";
import type { Scope } from "../store/scope.ts";
import type { Store } from "../store/store.ts";
import { words } from "../words/index.ts";
import { openEvents } from "./events.ts";
import { exports, HTML, JSON_TYPE } from "./exports.ts";
import { createChoices, type Filter, filterOf } from "./filter.ts";
import { linesPage } from "./lines/lines-page.ts";
import { readLines } from "./lines/read-lines.ts";
import { type InLanguage, noticePage, pagePolicy, reportPage } from "./page.ts";
import { type CachedResponse, createResponseCache, textResponse } from "./response-cache.ts";
import { openServer, type Route, type Server } from "./server.ts";
import { type Watch, watchStore } from "./watch.ts";

export type { Filter };

/** A live page that is open. */
export interface LivePage extends Server {
  /** The store that it shows, or why it cannot be read now. */
  readonly store: Store | WsaError;
}

export interface LiveOptions {
  /** 0: any free one. */
  readonly port: number;
  /** Opens the store for reading. */
  readonly open: () => Promise<Store>;
  /** Whether the page shows lines from the files that were counted. */
  readonly withLogs: boolean;
  readonly catalogue: Catalogue;
  readonly lang: Language;
  readonly inLanguage: InLanguage;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What a filter limits a report to, in the words of a catalogue; throws a WsaError `usage` when that makes no sense. */
  readonly scopeOf: (filter: Filter, catalogue: Catalogue) => Scope;
  /** Receives the reason when the store cannot be read at the beginning, and errors that are bugs. */
  readonly failed: (error: unknown) => void;
}

/** Opens the live page of a store, which need not be there yet. Rejects when its address is wrong. */
export async function openLivePage(options: LiveOptions): Promise<LivePage> {
  const cache = createResponseCache();
  const choices = createChoices();
  const events = openEvents();
  const watch = await watchStore({
    open: options.open,
    changed: (version) => events.send("change", version),
    // Soon enough for people. A large store that is always written leaves half of the time for other work.
    pause: () => Math.max(250, cache.costMs),
    failed: options.failed,
  });
  events.send("change", watch.version);
  const once = (path: string, scope: unknown, make: () => Promise<CachedResponse>): Promise<CachedResponse> =>
    cache.get(watch.version, JSON.stringify([path, scope]), make);

  const answer = async (parameters: URLSearchParams) => {
    const filter = filterOf(parameters);
    const lang = langOf(filter, options.lang);
    const catalogue = await knownIn(watch, options.catalogue);
    const scope = attempt(() => options.scopeOf(filter, catalogue));
    const readAnd = <Result>(work: ReportWork<Result>) => read(watch, scope, { ...options, catalogue, lang }, work);
    return { filter, lang, scope, read: readAnd };
  };
  const routes: Record<string, Route> = {
    "/": async (parameters) => {
      const { filter, lang, scope, read } = await answer(parameters);
      return once("/", [filter, scope], async () => {
        const page = await read(async (questions, report) => ({ report, choices: await choices(questions) }));
        if (!(page instanceof WsaError))
          return textResponse(200, HTML, reportPage({ ...page, filter, withLogs: options.withLogs }));
        return textResponse(
          isUsage(page) ? 400 : 200,
          HTML,
          noticePage({ lang, trouble: page, filter, inLanguage: options.inLanguage }),
        );
      });
    },
    ...Object.fromEntries(
      exports.map(({ path, type, format }): [string, Route] => [
        path,
        async (parameters) => {
          const { lang, scope, read } = await answer(parameters);
          return once(path, [lang, scope], async () => {
            const report = await read(async (_, made) => made);
            if (!(report instanceof WsaError)) return textResponse(200, type, await format.render(report, plain));
            const { code, subject, message, hint } = report;
            const error = { code, subject, message, hint };
            return textResponse(isUsage(report) ? 400 : 503, JSON_TYPE, `${JSON.stringify({ error }, null, 2)}\n`);
          });
        },
      ]),
    ),
    ...(options.withLogs
      ? {
          "/lines": (parameters: URLSearchParams) =>
            lines(parameters, watch, langOf(filterOf(parameters), options.lang)),
        }
      : {}),
    "/metrics": () =>
      once("/metrics", null, async () => textResponse(200, metricsType, await metricsText(watch.store))),
  };

  const headers = { "Content-Security-Policy": pagePolicy };
  const server = await openServer({ port: options.port, routes, events, headers, failed: options.failed }).catch(
    async (error) => {
      events.close();
      await watch.close();
      throw error;
    },
  );
  if (watch.store instanceof WsaError) options.failed(watch.store);
  return {
    port: server.port,
    get store() {
      return watch.store;
    },
    async close() {
      await server.close();
      await watch.close();
    },
  };
}

/** Never kept: the log may change whenever it likes. */
async function lines(parameters: URLSearchParams, { store }: Watch, lang: Language): Promise<CachedResponse> {
  const [host, source] = [parameters.get("host") ?? "", parameters.get("source") ?? ""];
  const place = { host, source, line: Number(parameters.get("line")) };
  if (store instanceof WsaError) return textResponse(503, HTML, linesPage(lang, place, "unknown"));
  const found = await readLines(store, place);
  return textResponse(typeof found === "string" ? 404 : 200, HTML, linesPage(lang, place, found));
}

const plain = { width: 80, color: false };

const isUsage = (error: WsaError): boolean => error.code === "usage";

/** What is done with a report, and with what it was made from. */
type ReportWork<Result> = (questions: Questions, report: Report) => Promise<Result>;

async function read<Result>(
  { store }: Watch,
  scope: Scope | WsaError,
  { catalogue, lang, now }: LiveOptions,
  work: ReportWork<Result>,
): Promise<Result | WsaError> {
  if (scope instanceof WsaError) return scope;
  if (store instanceof WsaError) return store;
  try {
    return await store.snapshot(async (questions) =>
      work(questions, await buildReport(questions, { catalogue, scope, lang, nowMs: now() })),
    );
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
}

/** The catalogue with the names that the store keeps; as it is where the store cannot be read, which shows later. */
async function knownIn({ store }: Watch, catalogue: Catalogue): Promise<Catalogue> {
  if (store instanceof WsaError) return catalogue;
  return await withStoredNames(catalogue, store).catch((error) => {
    if (error instanceof WsaError) return catalogue;
    throw error;
  });
}

function langOf({ lang }: Filter, usual: Language): Language {
  return Object.hasOwn(words, lang) ? (lang as Language) : usual;
}

function attempt<Result>(work: () => Result): Result | WsaError {
  try {
    return work();
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
}
