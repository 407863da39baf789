import { stringWidth } from "../../text/string-width.ts";

/**
 * Breaks text into lines of at most `width` columns, at spaces and between Chinese characters. A command in backquotes
 * stays on one line where it fits, so that it can be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const put = (piece: string): void => {
    if (line !== "" && stringWidth(line) + stringWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  };
  for (const [piece] of text.matchAll(PIECE)) {
    if (stringWidth(piece.trimEnd()) <= width) put(piece);
    else for (const [part] of piece.matchAll(/\S+\s*/gu)) for (const slice of slices(part, width)) put(slice);
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Cuts text to at most `width` columns, the last of them an ellipsis. */
export function truncate(text: string, width: number): string {
  return stringWidth(text) <= width ? text : `${slices(text, width - 1)[0] ?? ""}…`;
}

/** Cuts text to at most `width` columns, at its beginning too where the part from index `from` to `to` would else be cut. */
export function truncateAround(text: string, width: number, from: number, to: number): string {
  if (stringWidth(text) <= width || stringWidth(text.slice(0, to)) < width) return truncate(text, width);
  const room = Math.min(Math.floor((width * 2) / 3), width - 2 - stringWidth(text.slice(from, to)));
  const before = room < 1 ? "" : (slices(reversed(text.slice(0, from)), room)[0] ?? "");
  return truncate(`…${reversed(before)}${text.slice(from)}`, width);
}

function reversed(text: string): string {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    .reverse()
    .join("");
}

/** Fills text with spaces to `width` columns. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const spaces = " ".repeat(Math.max(width - stringWidth(text), 0));
  return align === "left" ? text + spaces : spaces + text;
}

// A piece is a command, one wide character, or a word, with the punctuation that must not begin or end a line.
const FULL_WIDTH = "，。；：、！？）》」』";
const CLOSING = `[${FULL_WIDTH}”’…]*`;
const OPENING = "[（《「『“]*";
const WIDE = "\\p{Script=Han}（《「『“";
const PIECE = new RegExp(
  `(?:${OPENING}\`[^\`]*\`[^\\s\`${WIDE}]*${CLOSING}|${OPENING}\\p{Script=Han}${CLOSING}|${OPENING}[^\\s\`${WIDE}${FULL_WIDTH}]+${CLOSING})\\s*|.`,
  "gsu",
);

function slices(text: string, width: number): string[] {
  if (text !== "" && stringWidth(text) <= width) return [text];
  const found: string[] = [];
  let slice = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (slice !== "" && stringWidth(slice + segment) > width) {
      found.push(slice);
      slice = "";
    }
    slice += segment;
  }
  return slice === "" ? found : [...found, slice];
}
