import fc from "fast-check";
import { expect, test } from "vitest";
import { Unsent } from "../../src/ship/unsent.ts";

test("what is kept is what was added and not dropped", () => {
  const step = fc.oneof(
    fc.record({ add: fc.string({ minLength: 1, maxLength: 20 }) }),
    fc.record({ drop: fc.nat(200) }),
    fc.record({ keep: fc.nat(60) }),
  );
  fc.assert(
    fc.property(fc.array(step), fc.nat(300), fc.nat(300), (steps, from, length) => {
      const unsent = new Unsent(100);
      let all = "";
      let first = 0;
      for (const one of steps) {
        if ("add" in one) {
          unsent.add(Buffer.from(one.add, "latin1"));
          all += one.add.replaceAll(/[^\0-\xff]/g, (c) => Buffer.from(c, "latin1").toString("latin1"));
        } else if ("drop" in one) {
          unsent.dropBefore(100 + one.drop);
          first = Math.max(first, Math.min(one.drop, all.length));
        } else {
          unsent.keepLast(one.keep);
          first = Math.max(first, all.length - one.keep);
        }
      }
      expect(unsent.size).toBe(all.length - first);
      const found = unsent.between(100 + from, 100 + from + length);
      if (from < first || from + length > all.length) expect(found).toBeNull();
      else expect(Buffer.concat(found ?? []).toString("latin1")).toBe(all.slice(from, from + length));
    }),
  );
});
