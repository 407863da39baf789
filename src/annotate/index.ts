// What is written beside a finding. A style is one file: it gets a line with its findings and a pen, and returns the
// line as it goes out, still as a byte string. Whatever it adds can be taken away again: the log's own bytes stay as
// they are, in their order. To add a style, copy suffix.ts and list it below.

import { below } from "./below.ts";
import { inline } from "./inline.ts";
import type { Style } from "./style.ts";
import { suffix } from "./suffix.ts";

/** Every style by its name on the command line; the first is the default. */
export const styles = { inline, suffix, below } as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;
