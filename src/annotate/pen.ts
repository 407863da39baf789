import pc from "picocolors";
import { adviceFor, fillIn } from "../catalogue/advice.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Category, Entry, Language } from "../catalogue/entry.ts";
import { endpointParts } from "../line/address/endpoint-parts.ts";
import type { Finding } from "../recognise/finding.ts";
import { byteStringOf, fromBytes, toBytes } from "../text/byte-string.ts";
import { visible } from "../text/visible.ts";
import type { AnnotationWords } from "../words/annotation-words.ts";
import { words } from "../words/index.ts";
import type { AnnotatedLine } from "./annotated-line.ts";
import { categoryColors } from "./category-colors.ts";

/** What the styles write with: one language, with or without colours, safe for a terminal or byte for byte. */
export interface Pen {
  /** Bytes of the log, safe for the output. */
  show<Bytes extends string | Uint8Array>(bytes: Bytes): Bytes | string;
  /** A part of a line's body, safe for the output, with the spellings of codes in their colours. */
  body(line: AnnotatedLine, from?: number, to?: number): string;
  /** A text of the program in lines that fit the output, as bytes. */
  fold(text: string): readonly string[];
  /** The findings to explain: the first of each code, in order, with its entry. */
  explained(line: AnnotatedLine): readonly Explained[];
  /** A text of the program as bytes, in the colour of a category. */
  paint(category: Category, text: string): string;
  readonly words: AnnotationWords;
}

/** A finding and the catalogue's texts in the pen's language. */
interface Explained {
  readonly finding: Finding;
  readonly category: Category;
  /** Name, number and title, as far as the spelling in the line leaves them open. */
  readonly label: string;
  /** The label for a place right after the spelling: bytes, painted. */
  readonly mark: string;
  readonly title: string;
  /** The likeliest cause for the line's operation. */
  readonly cause: string;
  /** What to do about it, with the line's host and port filled in. */
  readonly next: string;
}

type Asked = Pick<AnnotatedLine, "operation" | "endpoint">;

/** Makes a pen. */
export function createPen(options: {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly color: boolean;
  /** Whether to make control characters visible instead of passing them on. */
  readonly terminal: boolean;
  /** Breaks a text into lines that fit; one line unless given. */
  readonly fold?: (text: string) => readonly string[];
}): Pen {
  const { catalogue, language, fold = (text) => [text] } = options;
  const show = options.terminal ? showOnTerminal : <Bytes extends string | Uint8Array>(bytes: Bytes) => bytes;
  const colors = pc.createColors(options.color);
  const say = words[language].annotation;
  /** Explanations by their list of findings: lines that the reader recognises as equal share one list. */
  const known = new WeakMap<readonly Finding[], { readonly line: Asked; readonly explained: readonly Explained[] }>();

  function paint(category: Category, text: string): string {
    return toBytes(colors[categoryColors[category]](text));
  }

  function body({ body: bytes, findings }: AnnotatedLine, from = 0, to = bytes.length): string {
    let out = "";
    let at = from;
    for (const { start, end, code } of options.color ? findings : []) {
      const category = catalogue.byCode(code)?.category;
      if (category === undefined || start < at || end > to) continue;
      const spelling = colors.bold(colors[categoryColors[category]](fromBytes(show(bytes.slice(start, end)))));
      out += show(bytes.slice(at, start)) + toBytes(spelling);
      at = end;
    }
    return out + show(bytes.slice(at, to));
  }

  function explain(finding: Finding, entry: Entry, line: AnnotatedLine): Explained {
    const title = entry.title[language];
    const place = endpointParts(line.endpoint);
    const advice = adviceFor(entry, line.operation, place)[0];
    const label = `${identify(finding, entry)}${say.colon}${title}`;
    return {
      finding,
      category: entry.category,
      label,
      mark: paint(entry.category, ` «${label}»`),
      title,
      cause: advice?.cause[language] ?? "",
      next: fillIn(advice?.next[language] ?? "", place),
    };
  }

  return {
    words: say,
    show,
    body,
    fold: (text) => fold(text).map(toBytes),
    paint,
    explained(line) {
      const before = known.get(line.findings);
      if (before?.line.operation === line.operation && before.line.endpoint === line.endpoint) return before.explained;
      const seen = new Set<number>();
      const explained = line.findings.flatMap((finding) => {
        const entry = catalogue.byCode(finding.code);
        if (!entry || seen.has(finding.code)) return [];
        seen.add(finding.code);
        return [explain(finding, entry, line)];
      });
      known.set(line.findings, { line: { operation: line.operation, endpoint: line.endpoint }, explained });
      return explained;
    },
  };
}

/** What is missing in the line itself. */
function identify({ form, text }: Finding, entry: Entry): string {
  const isOwn = form === "own";
  if (form === "macro" || (isOwn && text.toUpperCase() === entry.name.toUpperCase())) return String(entry.code);
  if (form === "decimal" || (isOwn && text === String(entry.code))) return entry.name;
  return `${entry.name} ${entry.code}`;
}

/** Tabs and line ends stay; every other control character becomes visible. */
function showOnTerminal(lines: string | Uint8Array): string {
  const bytes = typeof lines === "string" ? lines : byteStringOf(lines);
  if (!/[^\t\n\x20-\x7e]/.test(bytes)) return bytes;
  const text = fromBytes(bytes).replace(/\r\n/g, "\n");
  return toBytes(text.replace(/[^\t\n]+/g, visible));
}
