import type { KeyedFormat } from "../time-format.ts";

const field =
  /(?:^|[,;\t])"(?=\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?[ T]\d{1,2}[:.]\d\d[:.]\d\d[^",;\t]{0,16}"(?:[,;\t]|\s*$))/;
const opensWithQuote = /^"|","|";"|"\t"/;

/** A field of a quoted row that is a stamp and nothing else: `Export-Csv` puts TimeCreated behind the message. */
export const csvField: KeyedFormat = {
  turn: "before columns",
  find(line, readAt) {
    if (line[0] !== "{" && line.includes('"') && opensWithQuote.test(line)) {
      const match = field.exec(line);
      if (match !== null) return readAt(line, match.index + match[0].length);
    }
    return null;
  },
  samples: [
    [
      '"connect failed","3",,"0","Application","APP1.corp.example",,"11/22/2026 8:30:07 PM"',
      "UTC",
      "2026-11-22T20:30:07.000Z",
    ],
    [
      '"last success 2020-05-05 01:02:03, connect failed";"3";"APP1";"22.11.2026 08:30:07"',
      "UTC",
      "2026-11-22T08:30:07.000Z",
    ],
    [
      '"connect failed","Gatherer","11/22/2026 8:30:07 AM","11/22/2026 8:30:09 AM",,,',
      "UTC",
      "2026-11-22T08:30:07.000Z",
    ],
    ['"connect failed","3","order 11/22"', "UTC", null],
  ],
};
