import type { Messages } from "./messages.ts";

/** Hungarian, as far as two public quotes confirm the sentences. */
export const hu: Messages = {
  codePage: "windows-1250",
  isPartial: true,
  certain: [
    [10054, "távoli állomás kényszerítetten"],
    [10061, "mert a célszámítógép már", "célszámítógép már visszautasította"],
  ],
  likely: [],
};
