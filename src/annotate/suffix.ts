import type { Style } from "./style.ts";

/** Leaves the line whole and explains its codes at the end, with the likely cause. */
export const suffix: Style = (line, pen) => {
  const explanations = pen
    .explained(line)
    .map(({ category, label, cause }) => pen.paint(category, ` «${label}${pen.words.separator}${cause}»`));
  return pen.body(line) + explanations.join("") + line.lineEnd;
};
