import { arrowShapes } from "./arrow-shapes.ts";
import { bracketShapes } from "./bracket-shapes.ts";
import { fieldShapes } from "./field-shapes.ts";
import type { Shape } from "./shape.ts";
import { urlShapes } from "./url-shapes.ts";
import { windowsShapes } from "./windows-shapes.ts";

/** All shapes, the more distinctive first: no later one may take a part of what an earlier one has. */
export const shapes: readonly Shape[] = [
  ...arrowShapes,
  ...urlShapes,
  ...bracketShapes,
  ...windowsShapes,
  ...fieldShapes,
];
/** Every kind of character that a mark has. */
export const kindsOfMarks: number = shapes.reduce((kinds, { kind }) => kinds | kind, 0);
