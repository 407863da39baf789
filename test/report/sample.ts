import { onTestFinished } from "vitest";
import { createCatalogue } from "../../src/catalogue/catalogue.ts";
import type { Entry } from "../../src/catalogue/entry.ts";
import type { Lag } from "../../src/ledger/batch.ts";
import { atBeginning } from "../../src/ledger/checkpoint.ts";
import type { EndpointCount, MinuteCount, OperationCount } from "../../src/ledger/counts.ts";
import { openMemoryStore } from "../../src/store/memory/memory-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/sqlite-store.ts";
import type { Store } from "../../src/store/store.ts";

/** Unix seconds of an ISO moment. */
export const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** What one log counted. */
export interface Log {
  readonly name: string;
  readonly host?: string;
  readonly minutes: readonly MinuteCount[];
  readonly endpoints?: readonly EndpointCount[];
  readonly operations?: readonly OperationCount[];
  readonly lostBytes?: number;
  readonly lag?: Lag;
}

/** A new SQLite store with the counts of these logs; it is closed with the test. */
export async function storeOf(path: string, logs: readonly Log[]): Promise<Store> {
  const store = await openSqliteStore({ path, codes: [] });
  onTestFinished(() => store.close());
  return await fill(store, logs);
}

/** The same in memory. */
export function memoryStoreOf(logs: readonly Log[]): Promise<Store> {
  return fill(openMemoryStore(), logs);
}

/** Counts these logs in one run. */
async function fill(store: Store, logs: readonly Log[]): Promise<Store> {
  const run = await store.begin(seconds("2026-11-22T08:00Z") * 1000);
  for (const { name, host = "web-1", minutes, endpoints = [], operations = [], lostBytes = 0, lag } of logs) {
    await store.commit({
      run,
      generation: null,
      newest: (await store.generationsFor("", { host, name })).newest,
      source: { host, name },
      from: 0,
      head: { bytes: 0, hash: name },
      tail: { bytes: 0, hash: "" },
      checkpoint: { ...atBeginning, position: 4096, lines: 100 },
      milestones: [],
      replaces: null,
      counts: { minutes, endpoints, operations },
      unfinished: { minutes: [], endpoints: [], operations: [] },
      samples: [],
      bytes: 4096,
      lines: 100,
      lostBytes,
      ...(lag !== undefined && { lag }),
    });
  }
  return store;
}

/** Three logs on a Friday in Berlin: a burst, a steady trickle towards a hostile endpoint, and something without a time. */
export const friday: readonly Log[] = [
  {
    name: "orders.log",
    minutes: [
      { minute: seconds("2026-11-20T00:12+01:00"), code: 10061, n: 2 },
      { minute: seconds("2026-11-20T02:10+01:00"), code: 10061, n: 700 },
      { minute: seconds("2026-11-20T02:40+01:00"), code: 10061, n: 400 },
    ],
    endpoints: [
      { minute: seconds("2026-11-20T02:10+01:00"), code: 10061, endpoint: "db-2:5432", n: 698 },
      { minute: seconds("2026-11-20T02:40+01:00"), code: 10061, endpoint: "db-2:5432", n: 400 },
    ],
  },
  {
    name: "gateway.log",
    minutes: [
      ...[1, 5, 9, 13, 17, 21].map((hour) => ({
        minute: seconds("2026-11-20T00:00+01:00") + hour * 3600,
        code: 10054,
        n: hour,
      })),
      { minute: 0, code: 10054, n: 12 },
    ],
    endpoints: [{ minute: seconds("2026-11-20T13:00+01:00"), code: 10054, endpoint: "evil\x1b[2J|`$(x)`:1", n: 3 }],
    lostBytes: 2048,
  },
  { name: "vendor.log", host: "web-2", minutes: [{ minute: seconds("2026-11-20T23:59+01:00"), code: 12345, n: 1 }] },
];

/** Two codes with a sentence each, so that the tests do not hang on the catalogue's wording. */
export const catalogue = createCatalogue([
  entry(10054, "WSAECONNRESET", "connection reset by peer", "连接被对端重置", {
    cause: { en: "the process at the other end died", zh: "对端进程已退出" },
    next: { en: "look at HOST with `Get-Process -Id PID`", zh: "在 HOST 上查看 `Get-Process -Id PID`" },
  }),
  entry(10061, "WSAECONNREFUSED", "connection refused", "连接被拒绝", {
    cause: { en: "nothing listens on the port", zh: "该端口上没有监听程序" },
    next: {
      en: "check that the service runs: `Test-NetConnection HOST -Port PORT` from here, `netstat -ano | findstr :PORT` over there",
      zh: "确认服务正在运行：在本机执行 `Test-NetConnection HOST -Port PORT`，在对端执行 `netstat -ano | findstr :PORT`",
    },
  }),
]);

type Pair = Readonly<Record<"en" | "zh", string>>;

function entry(code: number, name: string, en: string, zh: string, advice: { cause: Pair; next: Pair }): Entry {
  return {
    code,
    name,
    aliases: [],
    category: "connection",
    retryable: "yes",
    severity: "error",
    dotnet: "Member",
    posix: null,
    libuv: null,
    title: { en, zh },
    meaning: { en: `What ${name} means.`, zh: `${name} 的含义。` },
    advice: [{ operations: [], ...advice }],
    related: [],
  };
}
