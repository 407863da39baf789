import { type Child, type Markup, markup } from "../layout/markup.ts";

/** What each pattern takes away from a colour, in a square of `size`, from the first on. */
const patterns: readonly { readonly size: number; readonly turned?: boolean; readonly shapes: Markup }[] = [
  { size: 7, turned: true, shapes: markup`<path d="M0 0H2.5V7H0z"/>` },
  { size: 8, shapes: markup`<circle cx="4" cy="4" r="2"/>` },
  { size: 7, shapes: markup`<path d="M0 0H7V2.5H0z"/>` },
  { size: 7, turned: true, shapes: markup`<path d="M0 0H7V2.5H0z"/>` },
  { size: 7, shapes: markup`<path d="M0 0H2.5V7H0z"/>` },
  { size: 8, shapes: markup`<path d="M0 0H8V2H2V8H0z"/>` },
  { size: 8, turned: true, shapes: markup`<path d="M0 0H8V2H2V8H0z"/>` },
  { size: 10, shapes: markup`<path d="M0 0H5V5H10V10H5V5H0z"/>` },
  { size: 12, turned: true, shapes: markup`<path d="M0 0H6V12H0z"/>` },
  { size: 12, shapes: markup`<circle cx="6" cy="6" r="4"/>` },
  { size: 12, shapes: markup`<path d="M0 0H12V6H0z"/>` },
  { size: 12, shapes: markup`<path d="M0 0H6V12H0z"/>` },
];

/** How many patterns there are. */
export const patternCount = patterns.length;

/** Defines these patterns, for a page that fills shapes with `patternFill`. */
export function definePatterns(used: ReadonlySet<number>): Child {
  const defined = patterns.map(({ size, turned, shapes }, i) =>
    used.has(i + 1)
      ? markup`<pattern id="pattern-${i + 1}" class="break" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turned ? markup` patternTransform="rotate(45)"` : null}>${shapes}</pattern>`
      : null,
  );
  return markup`<svg class="patterns" width="0" height="0" aria-hidden="true">${defined}</svg>`;
}

/** The fill of a shape that is drawn over the colour of a code; null: the colour is plain. */
export function patternFill(pattern: number): string | null {
  return pattern === 0 ? null : `url(#pattern-${pattern})`;
}

/** Draws a small square in a colour and its pattern. */
export function drawSwatch(kind: string, pattern = 0): Markup {
  const fill = patternFill(pattern);
  const over = fill === null ? null : markup`<rect fill="${fill}" width="14" height="14" rx="3"/>`;
  return markup`<svg class="swatch" aria-hidden="true" width="14" height="14"><rect class="${kind}" width="14" height="14" rx="3"/>${over}</svg>`;
}
