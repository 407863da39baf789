// What is written beside a finding. A style is one file: it gets a line with its findings and a pen, and returns the
// annotated line as a byte string. It only adds text, so the log's own bytes stay in their order. To add a style, copy
// suffix.ts and list it below.

import { below } from "./below.ts";
import { inline } from "./inline.ts";
import type { Style } from "./style.ts";
import { suffix } from "./suffix.ts";

/** Every style by its name on the command line; the first is the default. */
export const styles = { inline, suffix, below } as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;
