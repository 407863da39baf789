// The live page: what `report` tells, kept fresh while others write the store. watch.ts sees the store change,
// events.ts tells the browsers, they ask again, and answers.ts makes each answer once. server.ts speaks HTTP and
// guard.ts says to whom. To add a page, write its route below.
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";
import { WsaError } from "../error.ts";
import { jsonFormat } from "../report/formats/json.ts";
import { buildReport } from "../report/model/build-report.ts";
import type { Report } from "../report/model/report.ts";
import type { Scope } from "../report/model/scope.ts";
import type { Store } from "../store/store.ts";
import { type Answer, answer, createAnswers } from "./answers.ts";
import { openEvents } from "./events.ts";
import { type Choices, choicesOf, type Filter, filterOf } from "./filter.ts";
import { metricsText, metricsType } from "./metrics.ts";
import { noticePage, pagePolicy, reportPage } from "./page.ts";
import { openServer, type Route, type Server } from "./server.ts";
import { type Watch, watchStore } from "./watch.ts";

export type { Filter, Server };

export interface LiveOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly path: string;
  /** Opens it for reading. */
  readonly open: () => Promise<Store>;
  readonly catalogue: Catalogue;
  readonly lang: Language;
  /** What a filter limits a report to; throws a WsaError `usage` when that cannot be understood. */
  readonly scopeOf: (filter: Filter) => Scope;
  /** Told why the store cannot be read at the beginning, and about errors that are bugs. */
  readonly failed: (error: unknown) => void;
}

/** Opens the live page of a store, which need not be there yet. */
export async function openLivePage(options: LiveOptions): Promise<Server> {
  const answers = createAnswers();
  const events = openEvents();
  const watch = await watchStore({
    path: options.path,
    open: options.open,
    changed: (version) => events.send("change", version),
    // Soon enough for people; where the store is always written and long to read, half the time is left for other work.
    pause: () => Math.max(250, answers.costMs),
    failed: options.failed,
  });
  events.send("change", watch.version);
  const once = (path: string, scope: unknown, make: () => Promise<Answer>): Promise<Answer> =>
    answers.get(watch.version, JSON.stringify([path, scope]), make);

  const routes: Record<string, Route> = {
    "/": (parameters) => {
      const filter = filterOf(parameters);
      const scope = attempt(() => options.scopeOf(filter));
      return once("/", [filter, scope], async () => {
        const told = await tell(watch, scope, options);
        if (!(told instanceof WsaError)) return answer(200, HTML, reportPage({ ...told, filter }));
        return answer(isUsage(told) ? 400 : 200, HTML, noticePage({ lang: options.lang, trouble: told, filter }));
      });
    },
    "/api/report": (parameters) => {
      const scope = attempt(() => options.scopeOf(filterOf(parameters)));
      return once("/api/report", scope, async () => {
        const told = await tell(watch, scope, options);
        if (!(told instanceof WsaError)) return answer(200, JSON_TYPE, jsonFormat.render(told.report));
        const { code, subject, message, hint } = told;
        const error = { code, subject, message, hint };
        return answer(isUsage(told) ? 400 : 503, JSON_TYPE, `${JSON.stringify({ error }, null, 2)}\n`);
      });
    },
    "/metrics": () => once("/metrics", null, async () => answer(200, metricsType, await metricsText(watch.store))),
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
    async close() {
      await server.close();
      await watch.close();
    },
  };
}

const HTML = "text/html; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

const isUsage = (error: WsaError): boolean => error.code === "usage";

async function tell(
  { store }: Watch,
  scope: Scope | WsaError,
  { catalogue, lang }: LiveOptions,
): Promise<{ readonly report: Report; readonly choices: Choices } | WsaError> {
  if (scope instanceof WsaError) return scope;
  if (store instanceof WsaError) return store;
  try {
    return await store.snapshot(async (reader) => ({
      report: await buildReport(reader, { catalogue, scope, lang }),
      choices: await choicesOf(reader),
    }));
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
}

function attempt<Result>(work: () => Result): Result | WsaError {
  try {
    return work();
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
}
