// What shippers put around lines. Each file is one shipper's envelope with its samples; the smallest one to copy is
// vector.ts. Of these the first one that fits opens a value; JSON that none of them knows is a line of a log itself.
import { beats } from "./beats.ts";
import type { Envelope } from "./envelope.ts";
import { fluentBit, fluentBitChunk } from "./fluent-bit.ts";
import { otlp } from "./otlp.ts";
import { syslog } from "./syslog.ts";
import { vector } from "./vector.ts";

export const envelopes = { otlp, beats, vector, syslog, fluentBit, fluentBitChunk } as const satisfies Record<
  string,
  Envelope
>;
