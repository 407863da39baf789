/** What workers of one store divide among themselves. */
export interface Leases {
  /** How many workers there are, this one included. */
  workers(): Promise<number>;
  /** Takes a thing that nobody else has; resolves to whether this worker has it. */
  claim(thing: string): Promise<boolean>;
  /** Gives a thing back. */
  release(thing: string): Promise<void>;
  /** Idempotent. */
  close(): Promise<void>;
}
