/** One end of a line to another thread or process. Messages are plain data and arrive in the order of posting. */
export interface Port {
  post(message: unknown): void;
  /**
   * Called once. `onMessage` gets each message; `onEnd` gets a PeerGone when the other end has gone, or what it broke
   * down with, and may be called again.
   */
  listen(onMessage: (message: unknown) => void, onEnd: (cause: Error) => void): void;
}

/** The other end has gone: it ended, or it was killed. */
export class PeerGone extends Error {
  override readonly name = "PeerGone";
}
