// The kinds of stores. A kind is a folder with a `StoreKind`, which imports the rest of it when a store is opened, and a
// line below; the first one is used where no address is given. A store that speaks SQL answers the questions with
// `createQuestions` (queries/). The smallest one to copy is memory/; test/store/contract.ts runs over every kind.
import { memoryKind } from "./memory/memory-kind.ts";
import { postgresKind } from "./postgres/postgres-kind.ts";
import { sqliteKind } from "./sqlite/sqlite-kind.ts";
import type { StoreKind } from "./store-kind.ts";

export const storeKinds: readonly [StoreKind, ...StoreKind[]] = [sqliteKind, postgresKind, memoryKind];
