import type { Messages } from "./messages.ts";

/** Dutch, as far as two public quotes confirm the sentences. */
export const nl: Messages = {
  isPartial: true,
  certain: [
    [10013, "toegang te krijgen tot een socket op een manier"],
    [10048, "elk socketadres (protocol", "kan normaal slechts één keer"],
    [10054, "geforceerd gesloten door de externe"],
    [10060, "verbindingspoging is mislukt omdat de verbonden"],
    [
      10061,
      "verbinding maken omdat de doelcomputer",
      "omdat de doelcomputer de verbinding",
      "doelcomputer de verbinding actief",
    ],
  ],
  likely: [],
};
