import fc from "fast-check";

/** Any byte line: one character per byte. */
export const byteLines = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((byte) => String.fromCharCode(byte)) });
