import type { Line } from "../line.ts";
import { toPlain } from "./context-cue.ts";
import { LIBRARY_TEXTS } from "./library-texts.ts";

/** Whether the number has the short text of the same error, in the words of the C libraries, right beside it. */
export function hasErrorTextBeside({ lower }: Line, code: number, start: number, end: number): boolean {
  const text = TEXTS.get(code);
  if (text === undefined) return false;
  const before = toPlain(toNarrow(lower.slice(Math.max(0, start - REACH), start)));
  const after = toPlain(toNarrow(lower.slice(end, end + REACH)));
  // A row of a database: its first field is an identifier.
  if (/\bvalues? ?\($/.test(before)) return false;
  if (CLOSES.test(after) && text.before.test(before)) return true;
  return OPENS.test(before) && text.after.test(after);
}

/** Bytes. */
const REACH = 80;

/** Full-width brackets, colons and commas as those of ASCII. */
function toNarrow(bytes: string): string {
  return bytes.replace(/\xef\xbc[\x88\x89\x8c\x9a]/g, (mark) => String.fromCharCode(mark.charCodeAt(2) - 0x60));
}

/** Before the number comes a bracket or punctuation: not `host 10061 connection refused`. */
const OPENS = /(?:^|(?<![a-z0-9_\-)])[[(]|[#"'`>]|[:=,-] |err(?:or)?[\])>|]?[\s|:]{1,4}|\bcase )$/;

/** After the number comes nothing that it could count: not `too many open files (10024 clients)`. */
const CLOSES = /^(?:[)\]}"'.,;:]|\s?[-(]|\s?$)/;

const TEXTS: ReadonlyMap<number, { readonly before: RegExp; readonly after: RegExp }> = new Map(
  Array.from(LIBRARY_TEXTS, ([code, text]) => [
    code,
    {
      before: new RegExp(`(?:${text})[\\])"']?\\s?[:,(\\[#-]\\s?$`),
      after: new RegExp(
        `^["'\`)\\]]{0,2}(?:[\\s:,.("'-]{1,4}|[\\s:,=>]{1,4}(?:return |\\/\\/ ?|\\/\\* ?|# ?)["']?)(?:${text})`,
      ),
    },
  ]),
);
