/** What every stamp has somewhere: a clock's digits, a date of numbers, six digits in a row, or a year in Chinese or Korean. */
const signs = /\d(?::\d\d|\d{5}|[/-]\d\d?[/-]\d|(?<!\.\d{1,4})\.\d\d?\.\d{1,4}(?!\.?\d)| ?[\xe5\xeb])/;

/** Whether any line of a text may have a time: far quicker than to read each. */
export function mayHoldTime(text: string): boolean {
  return signs.test(text);
}
