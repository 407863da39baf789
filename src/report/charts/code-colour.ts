/**
 * Eight colours that people with any colour-vision deficiency can distinguish, from each other and from the grey of `others`: a
 * test simulates them. For a light and a dark page, in the same hue; each has a contrast of 3:1 with it.
 */
export const palette = [
  ["#842700", "#e64c00"],
  ["#004ee8", "#a4c4ff"],
  ["#687c00", "#a1be08"],
  ["#c7169c", "#f75cc8"],
  ["#029ae4", "#02aafb"],
  ["#670198", "#973dd1"],
  ["#fe2a5f", "#ff99a2"],
  ["#025446", "#45ffd9"],
] as const satisfies readonly (readonly [light: string, dark: string])[];

/** Several codes together. */
export const greyOfOthers = ["#8b929b", "#717983"] as const;

/**
 * The codes, those that logs name most first: eight with a plain colour, the next eight with these colours and a pattern, and
 * so on. A code that is new is added at the end, so that no other one changes.
 */
const order: readonly number[] = [
  ...[10061, 10054, 10060, 11001, 10053, 10013, 10048, 10055],
  ...[10035, 10065, 10051, 10049, 10038, 11004, 10022, 10057],
  ...[10004, 10050, 10052, 10064, 10024, 10014, 11002, 10093],
  ...[10091, 10047, 10058, 10040, 10036, 11003, 10106, 995],
  ...[997, 10056, 10009, 10043, 10045, 10042, 10039, 10037],
  ...[10044, 10041, 10046, 10059, 10062, 10063, 10066, 10067],
  ...[10068, 10069, 10070, 10071, 10092, 10101, 10102, 10103],
  ...[10104, 10105, 10107, 10108, 10109, 10110, 10111, 10112],
  ...[6, 8, 87, 996, 11005, 11006, 11007, 11008],
  ...[11009, 11010, 11011, 11012, 11013, 11014, 11015, 11016],
  ...[11017, 11018, 11019, 11020, 11021, 11022, 11023, 11024],
  ...[11025, 11026, 11027, 11028, 11029, 11030, 11031, 11032],
  11033,
];

const places = new Map(order.map((code, place) => [code, place]));

/** A code that nobody has heard of yet. */
const placeOf = (code: number): number => places.get(code) ?? order.length + (code % palette.length);

/** Returns the CSS class with the colour of a code, which is the same in every report. */
export const colourOf = (code: number): string => `colour-${placeOf(code) % palette.length}`;

/** Returns which pattern its colour has, which makes it the code's own; 0: none. */
export const patternOf = (code: number): number => Math.floor(placeOf(code) / palette.length);
