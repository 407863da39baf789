// What the package offers everywhere, a browser included: `wsa-annotate/recognise`. Text in, text or findings out.
export type { StyleName } from "./annotate/index.ts";
export { adviceFor, fillIn, type Place } from "./catalogue/advice.ts";
export { type Catalogue, createCatalogue } from "./catalogue/catalogue.ts";
export type { Advice, Category, Entry, Language, Operation, Text } from "./catalogue/entry.ts";
export type { Explanation } from "./catalogue/explain.ts";
export { catalogue } from "./catalogue/index.ts";
export type { ReadAs, Reading } from "./catalogue/reading.ts";
export { WsaError, type WsaErrorCode } from "./error.ts";
export { annotateText } from "./library/annotate-text.ts";
export { explain } from "./library/explain.ts";
export { type FoundCode, findCodes } from "./library/find-codes.ts";
export type { AnnotationOptions, FindOptions } from "./library/options.ts";
export type { Form } from "./recognise/finding.ts";
export type { Confidence } from "./recognise/match.ts";
