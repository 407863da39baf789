import type { Messages } from "./messages.ts";

/** Danish, as far as two public quotes confirm the sentences: of 10054, two programs that compare it. */
export const da: Messages = {
  isPartial: true,
  certain: [[10054, "forbindelse blev tvangsafbrudt"]],
  likely: [[11001, "værten kendes ikke"]],
};
