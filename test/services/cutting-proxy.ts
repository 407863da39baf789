import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

const COMMIT = Buffer.from("COMMIT\0");

/**
 * Stands between a program and a PostgreSQL server, and cuts each second connection that commits: the server gets the
 * COMMIT, the program gets no answer to it.
 */
export class CuttingProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Answers that were kept from the program. */
  cuts = 0;
  #commits = 0;

  private constructor(port: number) {
    this.#server = createServer((client) => this.#join(client, connect(port, "127.0.0.1")));
  }

  static async create(port: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(port);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket, server: Socket): void {
    let isCut = false;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        other.end();
      });
    }
    client.on("data", (bytes) => {
      if (bytes.includes(COMMIT) && ++this.#commits % 2 === 0) isCut = true;
      server.write(bytes);
    });
    server.on("data", (bytes) => {
      if (!isCut) {
        client.write(bytes);
        return;
      }
      this.cuts++;
      client.destroy();
    });
  }
}
