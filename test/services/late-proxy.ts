import type { Socket } from "node:net";
import { TcpRelay } from "./tcp-relay.ts";

const COMMIT = Buffer.from("COMMIT\0");

/**
 * Stands between a program and a PostgreSQL server, and loses the next connection that commits: the program is cut off at
 * once, and its COMMIT is under way until it is let arrive.
 */
export class LateProxy extends TcpRelay {
  #isLoss = false;
  #late: { readonly server: Socket; readonly bytes: Buffer } | null = null;

  static create(port: number): Promise<LateProxy> {
    return new LateProxy(port).listen();
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

  protected join(client: Socket, server: Socket): void {
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
