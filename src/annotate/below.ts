import type { Style } from "./style.ts";

/** Explains each code on lines below: what it is, the likely cause and the next step. */
export const below: Style = (line, pen) => {
  const lineEnd = line.lineEnd || "\n";
  const added = pen
    .explained(line)
    .flatMap(({ category, label, cause, next }) => [
      pen.paint(category, `  └ ${label}`),
      ...pen.fold(`    ${pen.words.cause}${cause}`),
      ...pen.fold(`    ${pen.words.next}${next}`),
    ]);
  return pen.body(line) + lineEnd + added.join(lineEnd) + line.lineEnd;
};
