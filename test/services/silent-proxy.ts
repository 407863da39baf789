import type { Socket } from "node:net";
import { TcpRelay } from "./tcp-relay.ts";

/** Stands between a program and a server, and can lose connections without a word, as a network does that is cut. */
export class SilentProxy extends TcpRelay {
  /** While the network is cut nobody comes through, and those who try get no answer. */
  #isCut = false;
  #isHeld = false;
  /** Bytes that were swallowed. */
  swallowed = 0;

  static create(port: number): Promise<SilentProxy> {
    return new SilentProxy(port).listen();
  }

  /** Connections that there are by now are never heard of again, on neither side. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.sockets) socket.emit("lost");
  }

  /** Nothing comes through on any connection, and nothing is lost. */
  hold(): void {
    this.#isHeld = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** What was held comes through, and all that follows. */
  release(): void {
    this.#isHeld = false;
    for (const socket of this.sockets) socket.resume();
  }

  /** New connections come through again. */
  mend(): void {
    this.#isCut = false;
  }

  protected join(client: Socket, server: Socket): void {
    let isLost = this.#isCut;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.on("lost", () => {
        isLost = true;
      });
      socket.on("close", () => {
        if (!isLost) other.end();
      });
      socket.on("data", (bytes) => {
        if (isLost) this.swallowed += bytes.length;
        else other.write(bytes);
      });
      if (this.#isHeld) socket.pause();
    }
  }
}
