import { createHash } from "node:crypto";

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** Names the body, so that a browser that has it need not get it again. */
  readonly etag: string;
}

/** Answers that are made once however many ask, as long as the store stays the same. */
export interface Answers {
  /** The answer under this key; made when there is none of this version yet. */
  get(version: string, key: string, make: () => Promise<Answer>): Promise<Answer>;
  /** How long the slowest answer of the latest version took to make, in milliseconds. */
  readonly costMs: number;
}

/** Creates a memory of answers to the questions asked last. */
export function createAnswers({ most = 32 } = {}): Answers {
  const kept = new Map<string, Promise<Answer>>();
  let latest = "";
  let costMs = 0;

  function forget(version: string): void {
    if (version === latest) return;
    latest = version;
    costMs = 0;
    kept.clear();
  }

  async function measured(make: () => Promise<Answer>): Promise<Answer> {
    const began = performance.now();
    const answer = await make();
    costMs = Math.max(costMs, performance.now() - began);
    return answer;
  }

  return {
    get(version, key, make) {
      forget(version);
      const answer = kept.get(key) ?? measured(make);
      kept.delete(key);
      kept.set(key, answer);
      answer.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return answer;
    },
    get costMs() {
      return costMs;
    },
  };
}

/** An answer with this text. */
export function answer(status: number, type: string, text: string): Answer {
  const body = Buffer.from(text);
  const hash = createHash("sha256").update(body).digest("base64url");
  return { status, type, body, etag: `"${hash.slice(0, 22)}"` };
}
