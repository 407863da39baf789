/** The columns of a catalogue in CSV; of several causes, the most likely one is written. */
export const exportColumns = [
  "code",
  "name",
  "aliases",
  "category",
  "retryable",
  "severity",
  "title_en",
  "title_zh",
  "meaning_en",
  "meaning_zh",
  "operations",
  "cause_en",
  "cause_zh",
  "next_en",
  "next_zh",
  "cues",
  "ignore",
] as const;

/** A column of a catalogue in CSV. */
export type ExportColumn = (typeof exportColumns)[number];
