import type { Entry } from "./entry.ts";

/** What a user's file says about one code: any fields of a known code; at least a name and a title of a new one. */
export type EntryOverride = { readonly code: number } & {
  readonly [Field in Exclude<keyof Entry, "code">]?: Entry[Field] | undefined;
};
