import { visible } from "../../text/visible.ts";

/** Returns the last part of a path, with control characters made visible. */
export const fileName = (source: string): string =>
  visible(source.slice(Math.max(source.lastIndexOf("/"), source.lastIndexOf("\\")) + 1));
