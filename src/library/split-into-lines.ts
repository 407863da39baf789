import { createStatusColumn } from "../line/status-column.ts";
import type { Finding } from "../recognise/finding.ts";
import { toBytes } from "../text/byte-string.ts";
import type { FindOptions } from "./options.ts";
import { recogniseWith } from "./recognise-with.ts";

/** A line of a text that is in memory. */
export interface TextLine {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  /** 1-based. */
  readonly number: number;
  /** With its line end. */
  readonly text: string;
  /** `\n`, `\r\n`, or empty at the end of the text. */
  readonly lineEnd: string;
  /** Byte string without the line end. */
  readonly body: string;
  /** Their ranges are bytes of the body. */
  readonly findings: readonly Finding[];
  /** Whether it is a row below a `#Fields:` header, whose words are those of a request. */
  readonly isRow: boolean;
}

/** Reads the lines of a text one by one, as the program reads those of a log. */
export function* splitIntoLines(text: string, options: FindOptions): Generator<TextLine, void, void> {
  const recognise = recogniseWith(options);
  const status = createStatusColumn();
  let number = 1;
  for (let start = 0, end = 0; start < text.length; start = end, number++) {
    end = text.indexOf("\n", start) + 1 || text.length;
    const line = text.slice(start, end);
    const lineEnd = line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    const body = toBytes(line.slice(0, line.length - lineEnd.length));
    status.learn(body);
    const place = status.find(body);
    yield { start, number, text: line, lineEnd, body, findings: recognise(body, place), isRow: place !== null };
  }
}
