import type { AnnotationWords } from "./annotation-words.ts";
import type { ExplanationWords } from "./explanation-words.ts";
import type { LiveWords } from "./live-words.ts";
import type { PageWords } from "./page-words.ts";
import type { ReportWords } from "./report-words.ts";

/** Everything that the program writes in one language beside the catalogue's texts. */
export interface LanguageWords {
  /** The language of an HTML page, as `<html lang>` takes it. */
  readonly tag: string;
  /** Its own name. */
  readonly name: string;
  readonly annotation: AnnotationWords;
  readonly report: ReportWords;
  readonly page: PageWords;
  readonly explanation: ExplanationWords;
  readonly live: LiveWords;
}
