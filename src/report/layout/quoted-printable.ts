/** Text in UTF-8 as the lines of a mail's body (RFC 2045): at most 76 characters each, readable as far as it is ASCII. */
export function quotedPrintable(text: string): string[] {
  return text.split("\n").flatMap(encodedLines);
}

const MOST_COLUMNS = 76;

function encodedLines(text: string): string[] {
  const bytes = Buffer.from(text);
  const lines: string[] = [];
  let line = "";
  bytes.forEach((byte, i) => {
    const isLast = i === bytes.length - 1;
    const encoded = encodedByte(byte, isLast);
    if (line.length + encoded.length > (isLast ? MOST_COLUMNS : MOST_COLUMNS - 1)) {
      lines.push(`${line}=`);
      line = "";
    }
    line += line === "" && STARTS.includes(encoded) ? escaped(byte) : encoded;
  });
  return [...lines, line];
}

// At the start of a line, a lone full stop ends the mail for sendmail, and "From" begins another one in a mailbox file.
const STARTS = [".", "F"];

/** Mail servers drop blanks at the end of a line, so the last byte of a line is no blank. */
function encodedByte(byte: number, isLast: boolean): string {
  const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
  return isPlain || (byte === 0x20 && !isLast) ? String.fromCharCode(byte) : escaped(byte);
}

const escaped = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
