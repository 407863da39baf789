import type { Category, Operation, Retryable, Severity } from "../catalogue/entry.ts";
import type { ReadAs } from "../catalogue/reading.ts";

/** The words of `explain` beside the catalogue's texts. */
export interface ExplanationWords {
  readonly readAs: string;
  readonly readings: Readonly<Record<ReadAs, string>>;
  readonly note: string;
  readonly win32First: string;
  readonly spellings: string;
  readonly aliases: string;
  readonly category: string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly retry: string;
  /** Label of the vendor's own page. */
  readonly page: string;
  readonly retryable: Readonly<Record<Retryable, string>>;
  readonly whenever: string;
  readonly related: string;
  /** Below a list of codes. */
  readonly more: string;
  readonly separator: string;
  readonly operations: Readonly<Record<Operation, string>>;
  readonly categories: Readonly<Record<Category, string>>;
}
