import type { SkippedFile } from "../sources/file/find-logs.ts";
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
    if (event.kind === "log-read") this.#logs.push(event.log);
    else if (event.kind === "log-unchanged") this.#unchanged.push(event.path);
    else if (event.kind === "log-skipped") this.#skipped.push({ path: event.path, why: event.why });
    else if (event.kind === "log-not-utf8") this.#notUtf8.push({ path: event.subject, encoding: event.encoding });
    else if (event.kind === "log-failed") {
      this.#failed.push({ path: event.error.subject, why: event.error.message });
    }
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
