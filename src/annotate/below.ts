import type { Style } from "./style.ts";

/** Explains each code in lines of its own under the line: what it is, why it likely happened, what to do. */
export const below: Style = (line, pen) => {
  const lineEnd = line.lineEnd || "\n";
  const added = pen
    .explained(line)
    .flatMap(({ category, label, cause, next }) => [
      pen.paint(category, `  └ ${label}`),
      pen.paint(category, `    ${pen.words.cause}${cause}`),
      pen.paint(category, `    ${pen.words.next}${next}`),
    ]);
  return pen.show(line.body) + lineEnd + added.join(lineEnd) + line.lineEnd;
};
