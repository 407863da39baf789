import { setTimeout as sleep } from "node:timers/promises";

const ASK_EVERY_MS = 1000;

/** How long servers are waited for that are away, or that elect a leader. */
export interface Patience {
  /** Milliseconds. */
  readonly most: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks servers until they answer; null when the signal is aborted. Rejects with the last error when patience ends, and at
 * once where asking again would have the same answer.
 */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  { most, signal }: Patience,
): Promise<Answer | null> {
  const began = Date.now();
  while (signal?.aborted !== true) {
    try {
      return await ask();
    } catch (error) {
      if (isFinal(error) || Date.now() - began > most) throw error;
    }
    await sleep(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

function isFinal(error: unknown): boolean {
  return error instanceof Error && /stream not found|permission|authori[sz]ation|filter/i.test(error.message);
}
