export { adviceFor, fillIn } from "./catalogue/advice.ts";
export {
  type Advice,
  type Catalogue,
  type Category,
  catalogue,
  createCatalogue,
  type Entry,
  type Language,
  type Operation,
} from "./catalogue/index.ts";
export { type Clock, createClock, endpointOf, operationOf } from "./line/index.ts";
export type { Confidence, Finding, Form } from "./recognise/finding.ts";
export { type RecogniseOptions, type Recogniser, recognisers } from "./recognise/index.ts";
export { createRecognise, type Recognise } from "./recognise/recognise.ts";
export { createSieve, type Sieve } from "./sieve/index.ts";
export type { LineVisitor, Window } from "./sources/cut.ts";
export { splitLines } from "./sources/lines.ts";
