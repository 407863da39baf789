import { fromBytes, toBytes } from "../text/byte-string.ts";
import type { AnnotatedLine } from "./annotated-line.ts";

/** Writes a line with findings as one JSON object with a line end, as bytes: the format of `--format json`. */
export function jsonRecord(line: AnnotatedLine): string {
  const { source, number, time, operation, endpoint, body } = line;
  const text = fromBytes(body);
  // UTF-16 offsets differ from byte offsets only after a character of several bytes.
  const offset = text === body ? (byte: number) => byte : (byte: number) => fromBytes(body.slice(0, byte)).length;
  const findings = line.findings.map(({ code, name, form, confidence, text, start, end }) => ({
    code,
    name,
    form,
    confidence,
    text: fromBytes(text),
    start: offset(start),
    end: offset(end),
  }));
  const object = {
    source,
    line: number,
    record: line.record,
    time: time === null ? null : new Date(time).toISOString(),
    operation,
    endpoint,
    text,
    findings,
  };
  return `${toBytes(JSON.stringify(object))}\n`;
}
