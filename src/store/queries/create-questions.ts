import type { Questions } from "../questions.ts";
import type { RunSql } from "../sql.ts";
import { createCountQuestions } from "./count-questions.ts";
import { createExportQuestions } from "./export-questions.ts";
import { createSourceQuestions } from "./source-questions.ts";
import { createStoreQuestions } from "./store-questions.ts";
import { createSubjectQuestions } from "./subject-questions.ts";

/** Answers the questions to a store in SQL that every database with the public tables understands. */
export function createQuestions(run: RunSql): Questions {
  return {
    ...createCountQuestions(run),
    ...createSubjectQuestions(run),
    ...createSourceQuestions(run),
    ...createStoreQuestions(run),
    ...createExportQuestions(run),
  };
}
