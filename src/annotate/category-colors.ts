import type { Category } from "../catalogue/entry.ts";

/** The colour of each category in annotations, reports and explanations, as picocolors names it. */
export const categoryColors = {
  connection: "red",
  address: "yellow",
  "name-resolution": "magenta",
  resource: "red",
  state: "cyan",
  argument: "yellow",
  provider: "blue",
  qos: "blue",
  async: "gray",
  permission: "magenta",
} as const satisfies Record<Category, string>;
