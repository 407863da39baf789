import { arrowShapes } from "./arrow-shapes.ts";
import { bracketShapes } from "./bracket-shapes.ts";
import { fieldShapes } from "./field-shapes.ts";
import type { Shape } from "./shape.ts";
import { urlShapes } from "./url-shapes.ts";
import { windowsShapes } from "./windows-shapes.ts";

/** All shapes, the more distinctive first: no later one may take a part of what an earlier one has. */
const shapes: readonly Shape[] = [...arrowShapes, ...urlShapes, ...bracketShapes, ...windowsShapes, ...fieldShapes];
const kindsOfMarks = shapes.reduce((kinds, { kind }) => kinds | kind, 0);
const known = new Map<number, readonly Shape[]>();

/** Returns the shapes that a text may have which has these kinds of characters. */
export function shapesWith(kinds: number): readonly Shape[] {
  const some = kinds & kindsOfMarks;
  let having = known.get(some);
  if (having === undefined) {
    having = shapes.filter(({ kind }) => (some & kind) === kind);
    known.set(some, having);
  }
  return having;
}
