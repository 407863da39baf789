import type { Entry } from "./entry.ts";

/** The entry of a user's file: any fields of a known code, at least name and title of a new one. */
export type EntryOverride = { readonly code: number } & {
  readonly [Field in Exclude<keyof Entry, "code" | "catalogue">]?: Entry[Field] | undefined;
};
