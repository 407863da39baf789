import { WsaError } from "../error.ts";
import { findOtherBeside } from "../ingest/find-other.ts";
import { continueLedger } from "../ledger/open-ledger.ts";
import type { Source } from "../log/source.ts";
import { type FileOptions, openFileSource } from "../sources/file/file-source.ts";
import type { Store } from "../store/store.ts";
import { say } from "../wording.ts";
import type { Publisher } from "./publisher.ts";
import { readAgain } from "./read-again.ts";
import { readPieces } from "./read-pieces.ts";
import type { OnShipEvent } from "./ship-event.ts";
import { ShippingStore } from "./shipping-store.ts";
import { Unsent } from "./unsent.ts";

/** What logs are shipped with. */
export interface Shipping {
  readonly store: Store;
  readonly run: number;
  readonly publisher: Publisher;
  /** What the positions of this stream go by. */
  readonly reading: string;
  readonly fileOptions: FileOptions;
  readonly signal: AbortSignal;
  readonly onEvent: OnShipEvent;
  readonly now: () => number;
  /** How many bytes of a log may wait to be sent, now. */
  readonly mostUnsent: () => number;
}

const FLUSH_EVERY_MS = 1000;
/** More of a log that may be known is read again instead of being kept. */
const KEPT_OF_KNOWN = 4;
/** A line without an end is not kept for ever. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const lineFeed = 10;

/** Ships what is new in one log. Resolves to whether all of it is with the broker; rejects with a WsaError. */
export async function shipLog(source: Source, shipping: Shipping): Promise<boolean> {
  const { signal, onEvent, publisher, store, run, reading, now } = shipping;
  const { subject } = source;
  const log = source.seek?.() ?? null;
  // What a pipe gives is a log of its own in every run: what was sent of it before is gone.
  const isFile = source.hint !== undefined && source.hint !== null;
  const reopen = isFile ? () => openFileSource(subject, shipping.fileOptions) : null;
  let unsent = new Unsent(0);
  let isOpen = true;
  const into = new ShippingStore({
    ...{ store, run, publisher, reading },
    bytesOf: async (part) => unsent.between(part.from, part.to) ?? (await readAgain(part, isOpen ? log : null, reopen)),
    onSent: (offset) => unsent.dropBefore(offset),
    onMessage: (bytes, isDuplicate) => onEvent({ kind: "sent", bytes, isDuplicate }),
    onGone: (bytes) => onEvent({ kind: "bytes-gone", subject, bytes }),
  });
  const { ledger, start } = await continueLedger(
    {
      ...{ store: into, run, source: source.name, identity: isFile ? source.identity : "none", live: source.live },
      ...{ unpacked: source.unpacked, file: source.file, findOther: findOtherBeside(source) },
      ...{ samples: false, reading, now },
    },
    log,
  );
  const from = start?.position ?? 0;
  unsent = new Unsent(from);
  let lineStart = from;
  let end = from;

  async function flush(): Promise<void> {
    await ledger.flush();
    await into.sendRest(ledger.generation);
  }

  /** What is not sent stays; it is tried again with the next flush. */
  function report(error: unknown): void {
    if (!(error instanceof WsaError)) throw error;
    onEvent({ kind: "log-failed", error });
  }

  async function read(): Promise<void> {
    for await (const bytes of readPieces(source, from, signal)) {
      unsent.add(bytes);
      end += bytes.length;
      const lastEnd = bytes.lastIndexOf(lineFeed);
      if (lastEnd >= 0) lineStart = end - bytes.length + lastEnd + 1;
      ledger.pass(bytes, countLines(bytes));
      if (end - lineStart > MAX_LINE_BYTES)
        throw new WsaError(
          "input",
          subject,
          say`has a line of more than ${MAX_LINE_BYTES} bytes, and is not shipped any further`,
        );
      if (unsent.size >= shipping.mostUnsent()) await flush();
      if (isFile) unsent.keepLast(Math.max(end - lineStart, KEPT_OF_KNOWN * shipping.mostUnsent()));
    }
  }

  // Of a file that is read to its end, what is read goes when there is enough of it.
  const timer = source.live ? setInterval(() => flush().catch(report), FLUSH_EVERY_MS) : undefined;
  let hasEnded = false;
  try {
    await into.sendRest(ledger.generation);
    await read();
    hasEnded = !signal.aborted;
  } finally {
    isOpen = false;
    clearInterval(timer);
    await ledger.close({ ended: hasEnded });
    await into.sendRest(ledger.generation);
  }
  const { lostBytes, yielded } = ledger.counted;
  if (lostBytes > 0) onEvent({ kind: "log-cut", subject });
  if (yielded) onEvent({ kind: "log-yielded", subject });
  if (hasEnded && end > lineStart) onEvent({ kind: "line-waits", subject, bytes: end - lineStart });
  return hasEnded && !yielded;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) lines++;
  return lines;
}
