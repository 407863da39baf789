import { availableParallelism, homedir, hostname, platform } from "node:os";
import { Readable, Writable } from "node:stream";
import { openIngestion } from "../commands/ingest.ts";
import { WsaError } from "../error.ts";
import { openCounting } from "../ingest/counting.ts";
import { knownFiles } from "../ingest/known-files.ts";
import { ingestionRecord } from "../terminal/ingest-summary.ts";
import type { Io } from "../terminal/io.ts";
import type { Ingested, IngestionOptions } from "./ingestion-options.ts";

/**
 * Counts what is new in logs, folders of logs and patterns, and nothing twice. Resolves when everything is committed;
 * inputs that cannot be read are in `failed`. Rejects with a WsaError when the store cannot be written, and for options
 * that make no sense.
 *
 * @example
 * const store = await openStore("counts.db");
 * const { occurrences, failed } = await ingest(["logs/"], { store, onProgress: ({ bytes, total }) => draw(bytes / total) });
 */
export async function ingestPaths(paths: readonly string[], options: IngestionOptions): Promise<Ingested> {
  const { store, jobs = availableParallelism(), samples = true } = options;
  const io = silentIo(options.signal);
  const args = {
    paths,
    store: store.path,
    samples,
    encoding: options.encoding ?? "auto",
    ...(options.source !== undefined && { source: options.source }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.tz !== undefined && { tz: options.tz }),
    strict: options.strict === true,
    posixNames: options.posixNames === true,
  };
  const { ingestion, counting } = await openIngestion(io, args, {
    count: ({ catalogue, zone }) => openCounting(io, store.path, catalogue, { samples, zone }),
    known: (how) => knownFiles(io, args, how),
    jobs,
  });
  const tell = () => options.onProgress?.(ingestion.progress());
  const timer = setInterval(tell, PROGRESS_EVERY_MS);
  try {
    await ingestion.files(paths);
  } finally {
    clearInterval(timer);
  }
  const totals = await counting.close();
  tell();
  const { done } = ingestion;
  if (io.exitCode > 0 && done.failed.length === 0)
    throw new WsaError(
      "store",
      store.path,
      io
        .told()
        .trim()
        .replace(/^wsa-annotate: /, ""),
    );
  return ingestionRecord({ ...done, totals, dryRun: false, interrupted: io.signal.aborted });
}

const PROGRESS_EVERY_MS = 200;

/** A process that says nothing, and keeps what it would have said. */
function silentIo(signal = new AbortController().signal): Io & { told(): string } {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return {
    stdin: Readable.from([]),
    stdinIsLive: false,
    stdout: output,
    stderr: output,
    env: {},
    platform: platform(),
    home: homedir(),
    hostname: hostname(),
    cores: availableParallelism(),
    now: Date.now,
    signal,
    exitCode: 0,
    told: () => text,
  };
}
