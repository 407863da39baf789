import type { Transform } from "node:stream";
import { createClock } from "../line/time/create-clock.ts";
import type { DateOrderChoice } from "../line/time/date-order.ts";
import type { Source } from "../log/source.ts";
import { sieveFor } from "../read/literals.ts";
import { createReader } from "../read/reader.ts";
import { splitLines } from "../read/split-lines.ts";
import type { AnnotationOptions } from "./options.ts";
import { recogniseWith } from "./recognise-with.ts";
import { rendererFor } from "./renderer-for.ts";

/** How a stream is annotated. */
export interface StreamOptions extends AnnotationOptions {
  /** `text` (default): the log with explanations; `json`: one JSON object per line with a code. */
  readonly format?: "text" | "json" | undefined;
  /** Leave out the lines without a code; default false. */
  readonly onlyMatching?: boolean | undefined;
  /** Name of the log in JSON; default `stream`. */
  readonly source?: string | undefined;
  /** IANA name of the time zone of times that name none; default `UTC`. */
  readonly tz?: string | undefined;
  /** Whether 03/11/2026 is in November (`dmy`) or in March (`mdy`); default `auto`: decided from earlier lines. */
  readonly dateOrder?: DateOrderChoice | undefined;
}

/**
 * Makes a stream that explains every Winsock error code in the log that is written to it. Bytes in, bytes out: what is
 * not explained leaves as it came, whatever its encoding, and a line leaves as soon as it is complete; its JSON, once the
 * rest of its record is there or half a second went by without any.
 *
 * @example
 * await pipeline(process.stdin, annotateStream({ style: "suffix" }), process.stdout);
 */
export function annotateStream(options: StreamOptions = {}): Transform {
  const { source = "stream", tz: zone = "UTC", dateOrder } = options;
  const sieve = sieveFor(options.catalogue?.entries);
  const reader = createReader(
    nameOnly(source),
    {
      recognise: recogniseWith(options),
      clock: createClock({ zone, dateOrder, now: Date.now }),
      renderer: rendererFor(options),
      tally: { pass: () => undefined, record: () => undefined },
    },
    null,
  );
  return splitLines(sieve, reader);
}

/** A source that is not opened: its bytes are written to the stream. */
function nameOnly(name: string): Source {
  const open = () => Promise.reject(new Error("a stream is not opened"));
  return { name: { host: "", name }, subject: name, identity: "none", live: false, open };
}
