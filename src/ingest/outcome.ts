import type { Counted } from "../ledger/counted.ts";
import type { SkippedFile } from "../sources/file/find-logs.ts";
import { schemeOf } from "../text/address.ts";
import type { IngestEvent } from "./ingest-event.ts";
import type { IngestedLog, IngestResult, OddLog } from "./ingest-result.ts";

/** Collects what became of the logs of one run, from its events. */
export class Outcome {
  readonly #logs: IngestedLog[] = [];
  readonly #unchanged: string[] = [];
  readonly #skipped: SkippedFile[] = [];
  readonly #failed: SkippedFile[] = [];
  readonly #notUtf8: OddLog[] = [];

  add(event: IngestEvent): void {
    if (event.kind === "log-read") this.#addLog(event.log);
    else if (event.kind === "log-unchanged") this.#unchanged.push(event.path);
    else if (event.kind === "log-skipped") this.#skipped.push({ path: event.path, why: event.why });
    else if (event.kind === "log-not-utf8") this.#notUtf8.push({ path: event.subject, encoding: event.encoding });
    else if (event.kind === "log-failed") {
      this.#failed.push({ path: event.error.subject, why: event.error.message });
    }
  }

  /** A log of a stream is left and read on as often as it is quiet and is not: it is one log all the same. */
  #addLog(log: IngestedLog): void {
    const isOfStream = schemeOf(log.path, "://") !== "";
    const known = isOfStream
      ? this.#logs.findIndex(({ path, source }) => path === log.path && source === log.source)
      : -1;
    const before = this.#logs[known];
    if (before === undefined) this.#logs.push(log);
    else
      this.#logs[known] = {
        ...log,
        size: before.size + log.size,
        counted: sumOf(before.counted, log.counted),
      };
  }

  /** Puts what several threads reported into the order of the files; what is no file of theirs came before. */
  sort(files: readonly { readonly path: string }[]): void {
    const places = new Map(files.map(({ path }, place) => [path, place]));
    const placeOf = ({ path }: { readonly path: string }) => places.get(path) ?? -1;
    for (const list of [this.#logs, this.#skipped, this.#failed, this.#notUtf8])
      list.sort((a, b) => placeOf(a) - placeOf(b));
  }

  get lists(): Pick<IngestResult, "logs" | "unchanged" | "skipped" | "failed" | "notUtf8"> {
    return {
      logs: this.#logs,
      unchanged: this.#unchanged,
      skipped: this.#skipped,
      failed: this.#failed,
      notUtf8: this.#notUtf8,
    };
  }
}

function sumOf(one: Counted, other: Counted): Counted {
  const codes = new Map(one.codes);
  for (const [code, n] of other.codes) codes.set(code, (codes.get(code) ?? 0) + n);
  return {
    occurrences: one.occurrences + other.occurrences,
    codes,
    lines: one.lines + other.lines,
    bytes: one.bytes + other.bytes,
    already: one.already + other.already,
    lostBytes: one.lostBytes + other.lostBytes,
    yielded: other.yielded,
  };
}
