/** How large a made store is. */
export interface MadeSize {
  /** Rows of counts, about. */
  readonly rows: number;
  readonly hosts: number;
  readonly days: number;
  /** Unix seconds at the start of the first day. */
  readonly since: number;
}

/** The day of a log: rows as the tables have them, in the order of their keys, without the generation. */
export interface MadeLog {
  readonly generation: number;
  readonly host: number;
  readonly day: number;
  readonly counts: readonly (readonly [minute: number, code: number, n: number])[];
  readonly endpoints: readonly (readonly [minute: number, code: number, endpoint: string, n: number])[];
  readonly operations: readonly (readonly [minute: number, code: number, operation: string, n: number])[];
}

const secondsPerDay = 86_400;

/** Few codes make most of the rows, as in logs. */
const codes = [
  10061, 10060, 10054, 11001, 10053, 10065, 10048, 10013, 10055, 10051, 10064, 11002, 10049, 10022, 10038, 10014, 10093,
  10107,
];
const operations = ["connect", "connect", "receive", "resolve", "send", "connect", "bind", "bind", "send"];
const ENDPOINTS_OF_HOST = 12;
const ENDPOINTS = 600;

/** Makes the logs of hosts that rotate every day, each with codes in some of its minutes. The same size makes the same. */
export function* madeLogs({ rows, hosts, days, since }: MadeSize): Generator<MadeLog> {
  const random = createRandom(1);
  const perDay = rows / hosts / days;
  let generation = 0;
  for (let day = 0; day < days; day++) {
    for (let host = 0; host < hosts; host++) {
      generation++;
      const log = { generation, host, day, counts: [], endpoints: [], operations: [] } as MadeLog & {
        counts: [number, number, number][];
        endpoints: [number, number, string, number][];
        operations: [number, number, string, number][];
      };
      const start = since + day * secondsPerDay;
      // A minute with codes has two of them on average.
      const gap = Math.max(1, (2 * 1440) / perDay);
      for (let at = random() * gap; at < 1440; at += Math.max(1, gap * 2 * random())) {
        const minute = start + Math.floor(at) * 60;
        for (const code of codesOf(random)) {
          const place = codes.indexOf(code);
          const n = 1 + Math.floor(random() ** 4 * 40);
          log.counts.push([minute, code, n]);
          if (random() < 0.7) {
            const endpoint = (host * 7 + Math.floor(random() ** 2 * ENDPOINTS_OF_HOST)) % ENDPOINTS;
            log.endpoints.push([minute, code, `10.1.${endpoint >> 4}.${endpoint & 15}:5432`, n]);
          }
          log.operations.push([minute, code, operations[place] ?? "connect", n]);
        }
      }
      yield log;
    }
  }
}

/** One to three codes, ascending. */
function codesOf(random: () => number): number[] {
  const many = 1 + Math.floor(random() * 3);
  const chosen = new Set(Array.from({ length: many }, () => codes[Math.floor(random() ** 3 * codes.length)] ?? 10061));
  return [...chosen].sort((a, b) => a - b);
}

/** Numbers in [0, 1), the same ones for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
