import type { Style } from "./index.ts";

/** Explains each code right behind its first spelling: `[WinError 10061 «WSAECONNREFUSED: connection refused»]`. */
export const inline: Style = (line, pen) => {
  let out = "";
  let at = 0;
  for (const { finding, category, label } of pen.explained(line)) {
    out += pen.show(line.body.slice(at, finding.end)) + pen.paint(category, ` «${label}»`);
    at = finding.end;
  }
  return out + pen.show(line.body.slice(at)) + line.lineEnd;
};
