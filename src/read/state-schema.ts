import { z } from "zod/mini";
import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";
import type { FollowedRecord } from "./held-record.ts";
import type { ReaderState } from "./reader-state.ts";
import type { OpenRecord } from "./records.ts";
import { LOOK_BACK_BYTES } from "./timeline.ts";

/** Returns the state of a reader, or null where this is none: a store may hold anything. */
export function readerStateFrom(state: unknown): ReaderState | null {
  const { data } = readerState.safeParse(state);
  if (data === undefined) return null;
  const { position, unread, samples } = data.timeline;
  const isNear = [...unread, ...samples].every(
    ([from, to]) => from <= to && to - from <= LOOK_BACK_BYTES && to <= position,
  );
  return isNear && data.records.bytes <= position ? data : null;
}

const count = z.int().check(z.nonnegative());
/** Of what `Date` knows. */
const milliseconds = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const nullableText = z.nullable(z.string());
const operation = z.nullable(
  z.enum(["startup", "bind", "listen", "accept", "connect", "send", "receive", "resolve"] satisfies Operation[]),
);

const stamp = z.strictObject({
  local: milliseconds,
  offset: z.nullable(z.union([z.number(), z.string()])),
  missing: z.enum(["nothing", "year", "date"]),
});

const clock = z.strictObject({
  last: z.nullable(stamp),
  order: z.strictObject({
    dayFirst: z.nullable(z.boolean()),
    isProven: z.boolean(),
    last: z.nullable(z.tuple([count, count, count])),
    steps: z.tuple([z.number(), z.number()]),
  }),
  usual: z.nullable(z.strictObject({ format: z.string(), at: count })),
  w3c: z.strictObject({
    dateColumn: z.int(),
    timeColumn: z.int(),
    headerDate: z.string(),
    utc: z.boolean(),
    gap: z.enum([" ", "\t"]),
  }),
});

/** An earlier version kept others. */
const timeline = z.object({
  position: count,
  nextSample: count,
  current: z.nullable(milliseconds),
  unread: z.array(z.tuple([count, count])).check(z.maxLength(2)),
  samples: z._default(z.array(z.tuple([count, count])).check(z.maxLength(100)), []),
});

const openRecord: z.ZodMiniType<OpenRecord> = z.strictObject({
  line: z.int(),
  bytes: count,
  isStamped: z.boolean(),
  block: z.nullable(count),
  time: z.nullable(milliseconds),
  isTimed: z.boolean(),
  head: z.string(),
  fields: z.array(z.string()),
  endpoint: nullableText,
  occurrences: z.array(z.strictObject({ code: count, endpoint: nullableText, operation })),
});

const finding = z.strictObject({
  code: count,
  name: z.string(),
  form: z.string() as z.ZodMiniType<Finding["form"]>,
  confidence: z.enum(["certain", "likely"]),
  text: z.string(),
  start: count,
  end: count,
});

const followed: z.ZodMiniType<FollowedRecord> = z.strictObject({
  line: z.int(),
  bytes: count,
  lines: count,
  block: z.nullable(count),
  question: z.nullable(
    z.strictObject({
      codes: z.array(count),
      calls: z.array(count),
      finding,
      operation,
      host: z.nullable(z.strictObject({ endpoint: nullableText, operation })),
    }),
  ),
});

const readerState: z.ZodMiniType<ReaderState> = z.strictObject({
  clock,
  timeline,
  status: z.strictObject({ names: z.array(z.string()), separator: z.enum([" ", "\t", ","]) }),
  records: z.strictObject({ open: z.nullable(openRecord), bytes: count }),
  followed: z.nullable(followed),
});
