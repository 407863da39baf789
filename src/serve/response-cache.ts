import { createHash } from "node:crypto";

/** A response to a request, whole. */
export interface CachedResponse {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** Names the body, so that a browser that has it need not get it again. */
  readonly etag: string;
}

/** Responses that are made once, however many ask, as long as the store stays the same. */
export interface ResponseCache {
  /** The response under this key; made when there is none of this version yet. */
  get(version: string, key: string, make: () => Promise<CachedResponse>): Promise<CachedResponse>;
  /** How long the slowest response of the latest version took to make, in milliseconds. */
  readonly costMs: number;
}

/** Creates a cache of the responses asked for last. */
export function createResponseCache({ most = 32 } = {}): ResponseCache {
  const kept = new Map<string, Promise<CachedResponse>>();
  let latest = "";
  let costMs = 0;

  function forget(version: string): void {
    if (version === latest) return;
    latest = version;
    costMs = 0;
    kept.clear();
  }

  async function measured(make: () => Promise<CachedResponse>): Promise<CachedResponse> {
    const began = performance.now();
    const response = await make();
    costMs = Math.max(costMs, performance.now() - began);
    return response;
  }

  return {
    get(version, key, make) {
      forget(version);
      const response = kept.get(key) ?? measured(make);
      kept.delete(key);
      kept.set(key, response);
      response.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return response;
    },
    get costMs() {
      return costMs;
    },
  };
}

/** A response with this text. */
export function textResponse(status: number, type: string, text: string): CachedResponse {
  const body = Buffer.from(text);
  const hash = createHash("sha256").update(body).digest("base64url");
  return { status, type, body, etag: `"${hash.slice(0, 22)}"` };
}
