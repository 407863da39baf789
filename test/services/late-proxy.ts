import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

const COMMIT = Buffer.from("COMMIT\0");

/**
 * Stands between a program and a PostgreSQL server, and loses the next connection that commits: the program is cut off at
 * once, and its COMMIT is under way until it is let arrive.
 */
export class LateProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isLoss = false;
  #late: { readonly server: Socket; readonly bytes: Buffer } | null = null;

  private constructor(port: number) {
    this.#server = createServer((client) => this.#join(client, connect(port, "127.0.0.1")));
  }

  static async create(port: number): Promise<LateProxy> {
    const proxy = new LateProxy(port);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get isUnderWay(): boolean {
    return this.#late !== null;
  }

  loseNext(): void {
    this.#isLoss = true;
  }

  /** The packet arrives, or never will. */
  end(how: "arrives" | "is lost"): void {
    if (how === "arrives") this.#late?.server.write(this.#late.bytes);
    this.#late?.server.end();
    this.#late = null;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket, server: Socket): void {
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => this.#sockets.delete(socket));
    }
    client.on("data", (bytes) => {
      if (!this.#isLoss || !bytes.includes(COMMIT)) {
        server.write(bytes);
        return;
      }
      this.#isLoss = false;
      this.#late = { server, bytes };
      client.destroy();
    });
    client.on("close", () => {
      if (this.#late?.server !== server) server.end();
    });
    server.on("data", (bytes) => client.writable && client.write(bytes));
    server.on("close", () => client.end());
  }
}
