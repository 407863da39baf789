import type { RowFacts } from "../line/row-facts.ts";
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
  /** What a row below a `#Fields:` header shows, whose words are those of a request; null for any other line. */
  readonly row: RowFacts | null;
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
    const findings = recognise(body, place);
    const row = place === null ? null : status.factsOf(body, findings[0]?.code ?? 0);
    yield { start, number, text: line, lineEnd, body, findings, row };
  }
}
