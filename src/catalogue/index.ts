// What the program knows about each code. The texts are data, one file per category under entries/, each row in the
// shape of entry.ts; everything beside them finds a row (catalogue.ts, explain.ts), spells its number (spelling.ts),
// picks the advice for an operation (advice.ts) or adds a user's own rows (extend.ts). Nothing here touches the system.
// To add a code, add a row to its category's file: test/catalogue/ holds the laws that every row must keep.
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

/** Every row of every category, ascending by code. */
export const entries: readonly Entry[] = catalogue.entries;
