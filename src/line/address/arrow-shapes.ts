import { toBytes } from "../../text/byte-string.ts";
import { ANGLE, BEYOND_ASCII } from "../characters.ts";
import { name, v6 } from "./name.ts";
import { port, type Shape, sticky } from "./shape.ts";

/** What an arrow leads to: the remote side of a connection, with few exceptions. */
export const arrowShapes: readonly Shape[] = [
  arrow("->", ANGLE),
  arrow("=>", ANGLE),
  arrow(toBytes("→"), BEYOND_ASCII),
];

function arrow(mark: string, kind: number): Shape {
  return {
    shape: "arrow",
    mark,
    kind,
    startOf: (_text, at) => at,
    pattern: sticky(`${mark}\\s?/?(?:\\[(${v6})\\]|(${name})(?:/[\\d.]{7,15})?):${port}`),
    accepts: null,
    portOf: null,
  };
}
