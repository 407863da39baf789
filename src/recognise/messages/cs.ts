import type { Messages } from "./messages.ts";

/** Czech, as far as two public quotes confirm the sentences. */
export const cs: Messages = {
  codePage: "windows-1250",
  isPartial: true,
  certain: [
    [10048, "pouze jedno použití každé adresy"],
    [10054, "vynuceně ukončeno vzdáleným hostitelem", "vynuceně ukončeno vzdáleným"],
    [10054, "vynuceně zavřel vzdálený"],
    [10061, "protože cílový počítač je aktivně", "cílový počítač je aktivně odmítl"],
  ],
  likely: [],
};
