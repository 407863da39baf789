import type { Messages } from "./messages.ts";

/** Swedish, as far as two public quotes confirm the sentences: of 10061, one of the two is shortened. */
export const sv: Messages = {
  isPartial: true,
  certain: [
    [10048, "tillåts bara en användare för varje", "användare för varje socketadress"],
    [10054, "befintlig anslutning tvingades"],
    [10061, "eftersom måldatorn aktivt nekade"],
  ],
  likely: [],
};
