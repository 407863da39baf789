/** A hash over a stretch of a log's bytes. */
export interface Fingerprint {
  readonly bytes: number;
  /** SHA-256, hexadecimal; of zero bytes: the empty string. */
  readonly hash: string;
}

/** What stood before a place in a log: tells a log that was cut or rewritten from another one. */
export interface Milestone {
  readonly position: number;
  /** Beginning of the SHA-256 over the bytes before it: up to 1 KiB. */
  readonly hash: string;
}
