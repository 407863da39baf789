import { catalogue as shipped } from "../catalogue/index.ts";
import { createRecognise, type Recognise } from "../recognise/recognise.ts";
import type { FindOptions } from "./options.ts";
import { perCatalogue } from "./per-catalogue.ts";

/** Returns the function that finds codes by these options. */
export function recogniseWith({ strict = false, posixNames = false, catalogue = shipped }: FindOptions): Recognise {
  return once(catalogue, `${strict} ${posixNames}`, () =>
    createRecognise({ strict, posixNames, catalogue: catalogue.entries }),
  );
}

const once = perCatalogue<Recognise>();
