import type { Operation } from "../catalogue/entry.ts";
import type { Finding } from "../recognise/finding.ts";
import type { Statement } from "./statement.ts";

/** Statements as numbers and words: these pass from thread to thread several times as fast as objects. Plain data. */
export interface SaidWords {
  readonly numbers: Int32Array;
  readonly words: readonly string[];
}

/** Stands for null in the place of a word. */
const NO_WORD = -1;

/** Writes statements one after another. */
export interface SaidWriter {
  add(said: Statement): void;
  /** Returns what was added since the last time. */
  take(): SaidWords;
}

/** Creates a writer of statements. */
export function createSaidWriter(): SaidWriter {
  let numbers: number[] = [];
  let words = new Map<string, number>();

  function numberOf(word: string | null): number {
    if (word === null) return NO_WORD;
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size);
    return words.size - 1;
  }

  return {
    add({ findings, operation, endpoint }) {
      numbers.push(findings.length);
      if (findings.length === 0) return;
      numbers.push(numberOf(operation), numberOf(endpoint));
      for (const { code, name, form, confidence, text, start, end } of findings) {
        numbers.push(code, numberOf(name), numberOf(form), numberOf(confidence), numberOf(text), start, end);
      }
    },
    take() {
      const said = { numbers: Int32Array.from(numbers), words: [...words.keys()] };
      numbers = [];
      words = new Map();
      return said;
    },
  };
}

/** Returns a function that returns the statements in their order, one for each call. */
export function readSaid({ numbers, words }: SaidWords): () => Statement {
  let at = 0;
  const next = () => numbers[at++] as number;
  const word = () => words[next()] ?? null;

  function finding(): Finding {
    return {
      code: next(),
      name: word() as string,
      form: word() as Finding["form"],
      confidence: word() as Finding["confidence"],
      text: word() as string,
      start: next(),
      end: next(),
    };
  }

  return () => {
    const count = next();
    if (count === 0) return nothingSaid;
    const [operation, endpoint] = [word() as Operation | null, word()];
    return { findings: Array.from({ length: count }, finding), operation, endpoint };
  };
}

const nothingSaid: Statement = { findings: [], operation: null, endpoint: null };
