import type { Writable } from "node:stream";

/** The listeners of server-sent events. */
export interface Events {
  /** Adds a listener, which gets the latest event at once; false when there is no room. */
  add(listener: Writable): boolean;
  /** Sends an event to all listeners; those that do not read are dropped. */
  send(name: string, data: string): void;
  close(): void;
}

/** Opens the list of listeners; a comment every `beatMs` keeps connections alive and finds the closed ones. */
export function openEvents({ most = 500, beatMs = 15_000 } = {}): Events {
  const listeners = new Set<Writable>();
  let latest = "";
  const beat = setInterval(() => write(listeners, ":\n\n"), beatMs);
  beat.unref();
  return {
    add(listener) {
      if (listeners.size >= most) return false;
      listeners.add(listener);
      listener.on("error", () => undefined); // `close` follows.
      listener.once("close", () => listeners.delete(listener));
      write([listener], `retry: 1000\n\n${latest}`);
      return true;
    },
    send(name, data) {
      latest = `event: ${name}\ndata: ${data}\n\n`;
      write(listeners, latest);
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) listener.end();
    },
  };
}

/** Events are a few bytes, so a listener with a full buffer has stopped reading long ago. */
function write(listeners: Iterable<Writable>, message: string): void {
  for (const listener of listeners) {
    if (!listener.write(message)) listener.destroy();
  }
}
