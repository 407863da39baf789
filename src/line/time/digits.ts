/** How many digits a line has from a column on; most columns are left alone by this number before a pattern is tried. */
export function digitsFrom(line: string, at: number): number {
  let end = at;
  for (let code = line.charCodeAt(end); code >= 0x30 && code <= 0x39; code = line.charCodeAt(end)) end += 1;
  return end - at;
}

/** Returns the number of two digits at a column; below 0 when there are none. */
export function twoDigits(line: string, at: number): number {
  const tens = digitAt(line, at);
  const ones = digitAt(line, at + 1);
  return tens < 0 || ones < 0 ? -1 : 10 * tens + ones;
}

/** Returns the digit at a column; -1 when there is none. */
export function digitAt(line: string, at: number): number {
  const value = line.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : -1;
}

/** Whether the character at a column is an ASCII letter or digit. */
export function isWordAt(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
