import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteStringOf, fromBytes, toBytes, toLowerCase } from "../../src/text/byte-string.ts";

const anyByteString = fc
  .array(fc.integer({ min: 0, max: 255 }))
  .map((bytes) => bytes.map((byte) => String.fromCharCode(byte)).join(""));
/** Texts around the border of what is encoded at once, surrogate pairs and lone halves among them. */
const longText = fc
  .tuple(fc.integer({ min: 505, max: 515 }), fc.string({ unit: "binary" }), fc.constantFrom("", "x", "错误", "\ud83d"))
  .map(([length, text, end]) => `${"y".repeat(length)}\u{1f600}${text}${end}`);

describe("byte strings", () => {
  test("have the bytes that Node's Buffer gives, and their text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), longText), (text) => {
        expect(toBytes(text)).toBe(Buffer.from(text, "utf8").toString("latin1"));
      }),
    );
    fc.assert(
      fc.property(anyByteString, (bytes) => {
        expect(fromBytes(bytes)).toBe(Buffer.from(bytes, "latin1").toString("utf8"));
      }),
    );
    expect(fromBytes(toBytes("\ufeff错误"))).toBe("\ufeff错误");
  });

  test("are made of bytes, however many", () => {
    const array = Uint8Array.from({ length: 10_000 }, (_, at) => at & 255);
    expect(byteStringOf(array)).toBe(Buffer.from(array).toString("latin1"));
  });

  test("in lower case differ in ASCII letters only", () => {
    fc.assert(
      fc.property(anyByteString, (bytes) => {
        expect(toLowerCase(bytes)).toBe(bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
      }),
    );
    expect(toLowerCase(toBytes("ECHTER Хост"))).toBe(toBytes("echter Хост"));
  });
});
