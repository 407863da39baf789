import type { StyleName } from "../annotate/index.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";

/** Which codes are found. */
export interface FindOptions {
  /** Keep only what the spelling and its cue prove; default false. */
  readonly strict?: boolean | undefined;
  /** Take `ECONNRESET` and its like for Winsock errors even where the line does not show Windows; default false. */
  readonly posixNames?: boolean | undefined;
  /** Names, titles, advice, and codes of your own with their cues; default: the one that ships with the package. */
  readonly catalogue?: Catalogue | undefined;
}

/** How the explanations are written. */
export interface AnnotationOptions extends FindOptions {
  /** Language of the explanations; default `en`. */
  readonly lang?: Language | undefined;
  /** `inline` (default): behind the code; `suffix`: at the end of the line; `below`: in lines under it. */
  readonly style?: StyleName | undefined;
}
