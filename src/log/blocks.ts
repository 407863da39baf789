/** A log that can be read block by block without waiting: a regular file. */
export interface Blocks {
  /**
   * Reads the next bytes into the room. Returns them: in the room, or in memory of their own when they had to be decoded
   * into UTF-8; null at the end. Throws a WsaError `input`.
   */
  read(room: Buffer): Uint8Array | null;
  /** Idempotent. */
  close(): void;
}
