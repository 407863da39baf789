/** `1284` as `1,284`. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** `0.858` as `86 %`; more than nothing never shows as nothing, nor almost all as all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share >= 0.995) return ">99 %";
  return `${Math.round(share * 100)} %`;
}

/** `3.12` as `+312 %`, `-0.5` as `−50 %`; a change never shows as none. */
export function signedPercent(change: number): string {
  const size = Math.abs(change);
  const figure = size > 0 && size < 0.005 ? "<1 %" : `${count(Math.round(size * 100))} %`;
  return `${change < 0 ? "−" : "+"}${figure}`;
}

/** Bytes in the unit that keeps the number short: `41.2 GiB`. */
export function bytes(n: number): string {
  if (n < 1024) return `${n} B`;
  const power = Math.min(Math.floor(Math.log2(n) / 10), UNITS.length);
  return `${(n / 1024 ** power).toFixed(1)} ${UNITS[power - 1]}`;
}

const UNITS = ["KiB", "MiB", "GiB", "TiB", "PiB"];
