/** Writes `1284` as `1,284`. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** Writes `0.858` as `86 %`. More than nothing never reads 0 %, and less than all never reads 100 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share >= 0.995) return ">99 %";
  return `${Math.round(share * 100)} %`;
}

/** Writes `3.12` as `+312 %` and `-0.5` as `−50 %`. A change never reads 0 %. */
export function signedPercent(change: number): string {
  const size = Math.abs(change);
  const figure = size > 0 && size < 0.005 ? "<1 %" : `${count(Math.round(size * 100))} %`;
  return `${change < 0 ? "−" : "+"}${figure}`;
}
