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
