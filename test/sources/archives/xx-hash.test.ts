import { expect, test } from "vitest";
import { XxHash } from "../../../src/sources/archives/xx-hash.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 131 + (n >> 5)) & 0xff);

test.each([
  ["", 0xef46db3751d8e999n],
  ["a", 0xd24ec4f1a98c6e5bn],
  ["abc", 0x44bc2cf5ad770999n],
])("the hash of %j is the one of the reference", (text, hash) => {
  const own = new XxHash();
  own.add(Buffer.from(text));
  expect(own.digest()).toBe(hash);
});

test("pieces have the hash of the whole, at every length around a stripe", () => {
  for (let length = 0; length < 140; length++) {
    const whole = new XxHash();
    whole.add(bytes(length));
    const pieces = new XxHash();
    for (let at = 0; at < length; at += 7) pieces.add(bytes(length).subarray(at, at + 7));
    expect(pieces.digest()).toBe(whole.digest());
  }
});
