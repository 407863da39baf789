import { setTimeout as sleep } from "node:timers/promises";
import { DiagLogLevel, diag } from "@opentelemetry/api";
import { type ExportResult, ExportResultCode } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { WsaError } from "../error.ts";
import type { Questions } from "../store/questions.ts";
import { withoutCredentials } from "../text/address.ts";
import { say } from "../wording.ts";
import { readMetrics } from "./index.ts";
import { type Origin, resourceMetricsOf } from "./otlp.ts";

export interface PushOptions extends Origin {
  /** The collector's metrics, such as `http://localhost:4318/v1/metrics`. */
  readonly url: string;
  /** The store to read, or null while it cannot be read; asked before each push. */
  readonly store: () => Questions | null;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Receives why a push failed or what the collector did not take; of failures one after the other, the first. */
  readonly failed: (error: WsaError) => void;
}

/** Sends what a store has counted to an OpenTelemetry collector. */
export interface Push {
  /** Sends the figures again and again, every so many milliseconds, until it is closed. */
  repeat(everyMs: number): void;
  /** Sends them once more, unless the last push failed, and ends. */
  close(): Promise<void>;
}

/** Begins to push. Headers, certificates, compression and the time limit are those of OTEL_EXPORTER_OTLP_*. */
export function createPush(options: PushOptions): Push {
  const { url, store, now, failed } = options;
  const exporter = new OTLPMetricExporter({ url });
  const closing = new AbortController();
  let repeating: Promise<void> | null = null;
  let isFailing = false;
  const complain = (text: string) =>
    failed(new WsaError("output", withoutCredentials(url), say`the counts were not sent: ${text}`));
  // What a collector refuses of a request is told here alone.
  const logger = { error: warn, warn, info: nothing, debug: nothing, verbose: nothing };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });

  function warn(...words: unknown[]): void {
    complain(words.join(" "));
  }

  async function send(): Promise<void> {
    const from = store();
    const trouble = from === null ? null : await sendFigures(from);
    if (trouble !== null && !isFailing) complain(trouble);
    isFailing = trouble !== null;
  }

  /** Null when they have arrived. */
  async function sendFigures(from: Questions): Promise<string | null> {
    try {
      const [{ began }, metrics] = [await from.runTotals(), await readMetrics(from)];
      const time = now();
      const data = resourceMetricsOf(metrics, options, [began === null ? time : began * 1000, time]);
      const { code, error } = await new Promise<ExportResult>((resolve) => exporter.export(data, resolve));
      return code === ExportResultCode.SUCCESS ? null : reason(error);
    } catch (error) {
      if (error instanceof WsaError) return error.message;
      throw error;
    }
  }

  async function keepSending(everyMs: number): Promise<void> {
    const { signal } = closing;
    while (!signal.aborted) {
      await send();
      await sleep(everyMs, undefined, { signal }).catch(nothing);
    }
  }

  return {
    repeat(everyMs) {
      repeating ??= keepSending(everyMs);
    },
    async close() {
      closing.abort();
      await repeating;
      if (!isFailing) await send();
      await exporter.shutdown();
    },
  };
}

function nothing(): void {}

/** Node's error about several addresses has no message of its own. */
function reason(error: (Error & { readonly code?: string | number }) | undefined): string {
  const { code, message = "" } = error ?? {};
  const known = code === undefined || message.includes(String(code)) ? [] : [String(code)];
  return [...known, ...(message === "" ? [] : [message])].join(" ");
}
