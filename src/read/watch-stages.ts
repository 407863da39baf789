import type { Sieve } from "../sieve/sieve.ts";
import type { Stages } from "./stages.ts";

/** How far the parts of some logs came through the stages. */
export interface Work {
  bytes: number;
  lines: number;
  /** Lines, or parts of long ones, that the sieve let through. */
  candidates: number;
  /** Those with a code. */
  confirmed: number;
}

/** Makes stages that do the same and add to the work. */
export function watchStages(stages: Stages, work: Work): Stages {
  const { sieve, renderer, look } = stages;
  return {
    ...stages,
    sieve: watchSieve(sieve, work),
    renderer: {
      ...renderer,
      annotated(line, whole) {
        work.confirmed++;
        return renderer.annotated(line, whole);
      },
    },
    look(bytes) {
      work.bytes += bytes.length;
      look?.(bytes);
    },
  };
}

function watchSieve(sieve: Sieve, work: Work): Sieve {
  return {
    get bytes() {
      return sieve.bytes;
    },
    get found() {
      return sieve.found;
    },
    twin: () => sieve.twin(),
    reserve: (length) => sieve.reserve(length),
    candidates(from, to, part) {
      const count = sieve.candidates(from, to, part);
      work.candidates += count;
      work.lines += count;
      return count;
    },
    lineEnds(from, to) {
      const count = sieve.lineEnds(from, to);
      work.lines += count;
      return count;
    },
  };
}
