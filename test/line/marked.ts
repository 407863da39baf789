import type { Finding } from "../../src/recognise/finding.ts";
import { toBytes } from "../../src/text/byte-string.ts";

const mark = new RegExp(`${toBytes("«")}(.*?)(?:\\|(\\d+))?${toBytes("»")}`);

/** A line without its marks: «10054» is a finding, and so is «some sentence|10054». */
export function findingsIn(marked: string): { text: string; findings: Finding[] } {
  let text = marked;
  const findings: Finding[] = [];
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const [whole, spelling = "", code = spelling] = match;
    const [start, end] = [match.index, match.index + spelling.length];
    text = text.slice(0, start) + spelling + text.slice(start + whole.length);
    findings.push({ code: Number(code), name: "", form: "decimal", confidence: "certain", text: spelling, start, end });
  }
  return { text, findings };
}
