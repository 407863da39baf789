// In the place of src/store/sqlite/ways.ts: nothing is loaded from the folder that somebody has put the executable into.
import { createNodeSqlite } from "../../src/store/sqlite/node-sqlite.ts";

export const waysToSqlite = [{ since: [22, 16], load: createNodeSqlite }];
