import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createStdinSource } from "../../src/sources/stdin.ts";

test("an error of standard input is one of an input", async () => {
  const broken = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  const pieces: (string | Error)[] = ["connect error 10061\n", broken];
  const stdin = new Readable({
    read() {
      const piece = pieces.shift();
      if (piece instanceof Error) this.destroy(piece);
      else this.push(Buffer.from(piece ?? ""));
    },
  });
  const source = createStdinSource(stdin, { live: true, host: "h", name: "a.log", encoding: "auto" });
  await expect(text(await source.open())).rejects.toMatchObject({ code: "input", subject: "standard input" });
});

test("standard input that ends is all of it", async () => {
  const source = createStdinSource(Readable.from([Buffer.from("a\n")]), {
    ...{ live: true, host: "h", name: "a.log", encoding: "bytes" },
  });
  expect(await text(await source.open())).toBe("a\n");
});
