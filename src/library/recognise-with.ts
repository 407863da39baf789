import { catalogue as shipped } from "../catalogue/index.ts";
import { createRecognise, type Recognise } from "../recognise/recognise.ts";
import type { FindOptions } from "./options.ts";

/** Returns the function that finds codes by these options; made once for each catalogue and combination of them. */
export function recogniseWith({ strict = false, posixNames = false, catalogue = shipped }: FindOptions): Recognise {
  const key = `${strict} ${posixNames}`;
  const made = known.get(catalogue) ?? new Map<string, Recognise>();
  known.set(catalogue, made);
  const recognise = made.get(key) ?? createRecognise({ strict, posixNames, catalogue: catalogue.entries });
  made.set(key, recognise);
  return recognise;
}

const known = new WeakMap<object, Map<string, Recognise>>();
