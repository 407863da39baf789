/**
 * Eight colours that people with any colour-vision deficiency can distinguish, from each other and from the grey of `others`: a
 * test simulates them. For a light and a dark page; each has a contrast of 3:1 with it.
 */
export const palette = [
  ["#c5772c", "#b68b69"],
  ["#113fbb", "#7f9edd"],
  ["#59681d", "#a9bb71"],
  ["#a73879", "#fcc5e0"],
  ["#638adb", "#9abafb"],
  ["#7a354d", "#e1a8b9"],
  ["#9f6c5d", "#e14513"],
  ["#626cac", "#575ce3"],
] as const satisfies readonly (readonly [light: string, dark: string])[];

/** Several codes together. */
export const greyOfOthers = ["#8b929b", "#717983"] as const;

/** The codes that logs name most, each with a colour of its own. */
const own: readonly number[] = [10061, 10054, 10060, 11001, 10053, 10013, 10048, 10055];

/**
 * Returns the CSS class with the colour of a code, which is the same in every report. The most frequent codes have a plain
 * colour each; the others share these and are hatched in charts.
 */
export function colourOf(code: number): string {
  const place = own.indexOf(code);
  return `colour-${place === -1 ? code % palette.length : place}`;
}

/** Whether a code shares its colour with a more frequent one. */
export const isHatched = (code: number): boolean => !own.includes(code);
