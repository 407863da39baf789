import { visible } from "../../text/visible.ts";
import type { SampleLine } from "../model/code-row.ts";

/** Where a line is, as `PATH:LINE`: editors, and --source without the number, take it as it is. */
export const lineAddress = ({ source, line }: Pick<SampleLine, "source" | "line">): string =>
  `${visible(source)}:${line}`;
