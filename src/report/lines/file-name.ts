import { visible } from "../../text/visible.ts";

/** The last part of a path, made visible. */
export const fileName = (source: string): string =>
  visible(source.slice(Math.max(source.lastIndexOf("/"), source.lastIndexOf("\\")) + 1));
