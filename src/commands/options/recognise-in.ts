import type { Catalogue } from "../../catalogue/catalogue.ts";
import { createRecognise } from "../../recognise/recognise.ts";
import { toBytes } from "../../text/byte-string.ts";

/** Makes the function that finds the codes in a message or a line of a log. */
export function recogniseIn(catalogue: Catalogue): (text: string) => number[] {
  const recognise = createRecognise({ posixNames: true, catalogue: catalogue.entries });
  return (text) => recognise(toBytes(text)).map(({ code }) => code);
}
