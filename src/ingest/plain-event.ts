import type { WsaError } from "../error.ts";
import { fromPlainError, type PlainError, toPlainError } from "../remote/plain-error.ts";
import type { IngestEvent } from "./ingest-event.ts";

/** An event as plain data, for a message to another thread. */
export type PlainEvent = { readonly event: IngestEvent } | { readonly event: EventWithout; readonly error: PlainError };

type FailedEvent = Extract<IngestEvent, { readonly error: WsaError }>;
type EventWithout = FailedEvent extends infer Event ? Omit<Event & FailedEvent, "error"> : never;

/** Takes the event's error apart. */
export function toPlainEvent(event: IngestEvent): PlainEvent {
  if (!("error" in event)) return { event };
  const { error, ...rest } = event;
  return { event: rest, error: toPlainError(error) };
}

/** Makes the event again. */
export function fromPlainEvent(plain: PlainEvent): IngestEvent {
  return "error" in plain ? ({ ...plain.event, error: fromPlainError(plain.error) } as FailedEvent) : plain.event;
}
