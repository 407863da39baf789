// What the package offers everywhere, a browser included: `wsa-annotate/recognise`. Text in, text or findings out.
export type { StyleName } from "./annotate/index.ts";
export { adviceFor, fillIn, type Place } from "./catalogue/advice.ts";
export { type Catalogue, createCatalogue } from "./catalogue/catalogue.ts";
export type { Advice, Category, Entry, Language, Operation, Text } from "./catalogue/entry.ts";
export type { Explanation, ReadAs, Reading } from "./catalogue/explain.ts";
export { catalogue } from "./catalogue/index.ts";
export { WsaError, type WsaErrorCode } from "./error.ts";
export { annotateText } from "./library/annotate-text.ts";
export { explain } from "./library/explain.ts";
export { type FoundCode, findCodes } from "./library/find-codes.ts";
export type { AnnotationOptions, FindOptions } from "./library/options.ts";
export type { Confidence, Form } from "./recognise/finding.ts";
