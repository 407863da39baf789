import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** Stands between a program and a server, and can lose connections without a word, as a network does that is cut. */
export class SilentProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** While the network is cut nobody comes through, and those who try get no answer. */
  #isCut = false;
  #isHeld = false;
  /** Bytes that were swallowed. */
  swallowed = 0;

  private constructor(port: number) {
    this.#server = createServer((client) => this.#join(client, port));
  }

  static async create(port: number): Promise<SilentProxy> {
    const proxy = new SilentProxy(port);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Connections that there are by now are never heard of again, on neither side. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.emit("lost");
  }

  /** Nothing comes through on any connection, and nothing is lost. */
  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** What was held comes through, and all that follows. */
  release(): void {
    this.#isHeld = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** New connections come through again. */
  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket, port: number): void {
    const server = connect(port, "127.0.0.1");
    let isLost = this.#isCut;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("lost", () => {
        isLost = true;
      });
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
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
