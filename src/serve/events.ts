import type { Writable } from "node:stream";

/** Everybody who listens for server-sent events. */
export interface Events {
  /** Whether there was room for one more; it hears the latest event at once. */
  add(listener: Writable): boolean;
  /** Tells everybody; whoever does not read is dropped. */
  send(name: string, data: string): void;
  close(): void;
}

/** Opens the list of listeners; a comment every `beatMs` keeps their connections alive and finds those that are gone. */
export function openEvents({ most = 500, beatMs = 15_000 } = {}): Events {
  const listeners = new Set<Writable>();
  let latest = "";
  const beat = setInterval(() => tell(listeners, ":\n\n"), beatMs);
  beat.unref();
  return {
    add(listener) {
      if (listeners.size >= most) return false;
      listeners.add(listener);
      listener.on("error", () => undefined); // Gone without a word; `close` follows.
      listener.once("close", () => listeners.delete(listener));
      tell([listener], `retry: 1000\n\n${latest}`);
      return true;
    },
    send(name, data) {
      latest = `event: ${name}\ndata: ${data}\n\n`;
      tell(listeners, latest);
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

/** Events are a few bytes, so a buffer that is full belongs to somebody who has stopped reading long ago. */
function tell(listeners: Iterable<Writable>, message: string): void {
  for (const listener of listeners) {
    if (!listener.write(message)) listener.destroy();
  }
}
