const known = new WeakSet<RegExp>();
/** From this length of a subject on, V8 runs machine code only. */
const longSubject = " ".repeat(1000);

/**
 * Returns a pattern with its machine code, compiled once. V8 would run bytecode first, which takes five times as long to
 * make of a pattern of a thousand characters or more. For where few lines get to.
 */
export function compiled(pattern: RegExp): RegExp {
  if (!known.has(pattern)) {
    known.add(pattern);
    const { lastIndex } = pattern;
    pattern.lastIndex = 0;
    pattern.test(longSubject);
    pattern.lastIndex = lastIndex;
  }
  return pattern;
}
