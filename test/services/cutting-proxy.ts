import type { Socket } from "node:net";
import { TcpRelay } from "./tcp-relay.ts";

const COMMIT = Buffer.from("COMMIT\0");

/**
 * Stands between a program and a PostgreSQL server, and cuts each second connection that commits: the server gets the
 * COMMIT, the program gets no answer to it.
 */
export class CuttingProxy extends TcpRelay {
  /** Answers that were kept from the program. */
  cuts = 0;
  #commits = 0;

  static create(port: number): Promise<CuttingProxy> {
    return new CuttingProxy(port).listen();
  }

  protected join(client: Socket, server: Socket): void {
    let isCut = false;
    client.on("close", () => server.end());
    server.on("close", () => client.end());
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
