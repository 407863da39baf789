/** What may be in memory at a time, of all partitions together. */
const MAX_WAITING_BYTES = 32 * 1024 * 1024;
/** Messages that were delivered and are not counted yet: what is counted of them is in memory. */
const MAX_OPEN_MESSAGES = 200_000;

/** Keeps the memory bounded while the store is slower than the broker. */
export class Room {
  #bytes = 0;
  #messages = 0;
  #waiting = new Set<() => void>();

  /** Messages that were delivered and are not counted. */
  get messages(): number {
    return this.#messages;
  }

  /** Resolves when there is room for more, or when the signal is aborted. */
  async wait(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.#bytes > MAX_WAITING_BYTES || this.#messages > MAX_OPEN_MESSAGES))
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal.removeEventListener("abort", wake);
          this.#waiting.delete(wake);
          resolve();
        };
        signal.addEventListener("abort", wake, { once: true });
        this.#waiting.add(wake);
      });
  }

  take(bytes: number, messages: number): void {
    this.#bytes += bytes;
    this.#messages += messages;
    if (bytes > 0 || messages > 0) return;
    for (const wake of this.#waiting) wake();
  }
}
