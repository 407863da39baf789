import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { Duplex, PassThrough, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { SonicBoom } from "sonic-boom";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { parseCatalogueFile } from "../catalogue/catalogue-file.ts";
import type { Language } from "../catalogue/entry.ts";
import { extendCatalogue } from "../catalogue/extend.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import { annotateLogs } from "../ingest/annotate-logs.ts";
import { toCatalogueRow } from "../ingest/catalogue-row.ts";
import type { IngestEvent } from "../ingest/ingest-event.ts";
import type { Source } from "../log/source.ts";
import { openStore } from "../store/open-store.ts";
import { version } from "../version.ts";
import { rendererFor } from "./renderer-for.ts";

/** The options of the pino transport: plain data, since they go to its thread. */
export interface PinoOptions {
  /** File that the records are appended to, or a descriptor; default 1, standard output. False: they can be read. */
  readonly destination?: string | number | false | undefined;
  /** SQLite file, or `postgres://HOST/DATABASE`, in which the codes are counted as they pass; default: they are not. */
  readonly store?: string | undefined;
  /** What the log is called in the store; default `pino`. */
  readonly source?: string | undefined;
  /** Language of the titles; default `en`. */
  readonly lang?: Language | undefined;
  /** Path of a file with titles and codes of your own. */
  readonly catalogue?: string | undefined;
  /** Keep only what the spelling and its cue prove; default false. */
  readonly strict?: boolean | undefined;
  /** Take `ECONNRESET` and its like for Winsock errors even where the record does not show Windows; default false. */
  readonly posixNames?: boolean | undefined;
}

/**
 * Makes a transport of pino: a record that names Winsock errors gets a last field `winsock` with code, name and title of
 * each; the others pass as they are. It ends when everything is written and counted. In a pipeline of transports, say
 * `destination: false`. Rejects with a WsaError when the store or the catalogue cannot be opened.
 *
 * @example
 * pino({ transport: { target: "wsa-annotate/pino", options: { store: "counts.db" } } });
 */
export async function pinoTransport(options: PinoOptions = {}): Promise<Writable> {
  const { destination = 1, source: name = "pino", lang, strict, posixNames } = options;
  const catalogue = await readCatalogue(options.catalogue);
  const codes = catalogue.entries.map(toCatalogueRow);
  const store = options.store === undefined ? null : await openStore(options.store, { codes, version });
  const records = new PassThrough();
  const sink = destination === false ? new PassThrough() : fileAt(destination);
  const work = annotateLogs([sourceOf(records, name)], {
    ...{ strict, posixNames, entries: catalogue.entries, zone: "UTC", store, sink },
    renderer: rendererFor({ catalogue, lang }),
    onEvent: warn,
  }).finally(() => store?.close());
  const ended = work.then(() => sink.end()).then(() => finished(sink, { readable: false }));
  const transport =
    destination === false
      ? Duplex.from({ writable: records, readable: sink })
      : new Writable({
          write: (chunk, encoding, done) => void records.write(chunk, encoding, done),
          final(done) {
            records.end();
            ended.then(() => done(), done);
          },
        });
  ended.catch((cause: Error) => transport.destroy(cause));
  return transport;
}

async function readCatalogue(path: string | undefined): Promise<Catalogue> {
  if (path === undefined) return shipped;
  return extendCatalogue(shipped, await parseCatalogueFile(await readFile(path, "utf8"), path));
}

function sourceOf(records: PassThrough, name: string): Source {
  const open = async () => records;
  return { name: { host: hostname(), name }, subject: name, identity: "none", live: true, open };
}

/** pino's own way to write, which waits for a slow pipe; as a stream of Node's. */
function fileAt(destination: string | number): Writable {
  const place = typeof destination === "number" ? { fd: destination } : { dest: destination, mkdir: true };
  // A part of a long record may end inside a character, so bytes are written.
  const file = new SonicBoom({ ...place, sync: false, contentMode: "buffer" });
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      if (file.write(chunk as never)) done();
      else file.once("drain", done);
    },
    final(done) {
      file.once("close", () => done());
      file.end();
    },
  });
  file.on("error", (cause: Error) => sink.destroy(cause));
  return sink;
}

/** A program must not end because of its log. */
function warn(event: IngestEvent): void {
  if (event.kind === "store-failed" || event.kind === "log-failed") process.emitWarning(event.error);
}
