/** Lower-case ASCII letters for upper-case ones; every other byte is itself. */
export const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte,
);

/** Each fingerprint once; throws a RangeError for one that a sieve cannot look for. */
export function checkFingerprints(fingerprints: readonly string[]): readonly string[] {
  const unfit = fingerprints.find((fingerprint) => !/^[^A-Z\n\u{100}-\u{10ffff}]{3,255}$/u.test(fingerprint));
  if (unfit !== undefined) throw new RangeError(`not a fingerprint: ${JSON.stringify(unfit)}`);
  return [...new Set(fingerprints)];
}
