import { endpointOf } from "../line/address/endpoint.ts";
import { operationOf } from "../line/operation.ts";
import { fromBytes } from "../text/byte-string.ts";
import type { AnnotationOptions } from "./options.ts";
import { rendererFor } from "./renderer-for.ts";
import { splitIntoLines, type TextLine } from "./split-into-lines.ts";

/**
 * Explains every Winsock error code in a text, line by line. Lines without one stay as they are, and what is added to
 * the others can be taken away again.
 *
 * @example
 * annotateText("connect failed: [WinError 10061]");
 * // "connect failed: [WinError 10061 «WSAECONNREFUSED: connection refused»]"
 */
export function annotateText(text: string, options: AnnotationOptions = {}): string {
  const { lang, style, catalogue } = options;
  const renderer = rendererFor({ lang, style, catalogue });
  let out = "";
  for (const line of splitIntoLines(text, options)) {
    out += line.findings.length === 0 ? line.text : fromBytes(renderer.annotated(annotatedLine(line), true));
  }
  return out;
}

function annotatedLine({ number, body, lineEnd, findings, row }: TextLine) {
  const operation = row === null ? operationOf(body, findings) : row.operation;
  const endpoint = row === null ? endpointOf(body, findings, operation) : row.endpoint;
  return { source: "text", number, record: number, body, lineEnd, findings, time: null, operation, endpoint };
}
