// What the program knows about each code. The texts are data: one file per category in entries/, each row an `Entry`
// (entry.ts). The other files find a row (catalogue.ts, explain.ts), spell its number (spelling.ts), pick the advice
// for an operation (advice.ts) or add a user's rows (extend.ts). Nothing here touches the system. To add a code, add a
// row to the file of its category; test/catalogue/ checks the rules for every row.
import { createCatalogue } from "./catalogue.ts";
import { address } from "./entries/address.ts";
import { argument } from "./entries/argument.ts";
import { asyncIo } from "./entries/async.ts";
import { connection } from "./entries/connection.ts";
import { nameResolution } from "./entries/name-resolution.ts";
import { permission } from "./entries/permission.ts";
import { provider } from "./entries/provider.ts";
import { qos } from "./entries/qos.ts";
import { resource } from "./entries/resource.ts";
import { state } from "./entries/state.ts";
import type { Entry } from "./entry.ts";

/** The catalogue that the program ships with. */
export const catalogue = createCatalogue([
  ...address,
  ...argument,
  ...asyncIo,
  ...connection,
  ...nameResolution,
  ...permission,
  ...provider,
  ...qos,
  ...resource,
  ...state,
]);

/** All entries, ascending by code. */
export const entries: readonly Entry[] = catalogue.entries;
