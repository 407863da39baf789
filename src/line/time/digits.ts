/** How many digits a line has from a column on; most columns are left alone by this number before a pattern is tried. */
export function digitsFrom(line: string, at: number): number {
  let end = at;
  for (let code = line.charCodeAt(end); code >= 0x30 && code <= 0x39; code = line.charCodeAt(end)) end += 1;
  return end - at;
}
