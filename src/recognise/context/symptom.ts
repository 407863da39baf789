import { tableOf } from "../../text/byte-array.ts";
import { compiled } from "../../text/compiled.ts";
import type { Line } from "../line.ts";
import { FAMILIES, NOUNS } from "./families.ts";

/**
 * Whether the line has, right beside the number, what this very error does to a connection: `Error 10054: reset`,
 * `[10061] target refused`, `server not listening (10061)`. The words are those of programs, not of the system.
 *
 * @param hasCue an error is named before the number; otherwise only its brackets or its colon set it apart.
 */
export function hasSymptom(line: Line, code: number, start: number, end: number, hasCue: boolean): boolean {
  const symptom = SYMPTOMS.get(code);
  if (symptom === undefined || (!hasCue && isAmidWords(line, start, end))) return false;
  const { lower } = line;
  const before = lower.slice(Math.max(0, start - REACH), start);
  const after = lower.slice(end, end + REACH);
  if (
    hasCue
      ? OPENS_TEXT.test(after) && compiled(symptom.opens).test(after)
      : isSetApart(before, after) && compiled(symptom.opens).test(after)
  )
    return true;
  if (isInRow(before, after) && ROW_OF_SOCKETS.test(before) && compiled(symptom.opens).test(after)) return true;
  return OPENS_BRACKET.test(before) && CLOSES_BRACKET.test(after) && compiled(symptom.closes).test(before);
}

/** Whether only blanks part the number from its neighbours, and what follows begins no symptom: most numbers. */
function isAmidWords({ bytes }: Line, start: number, end: number): boolean {
  return bytes[start - 1] === BLANK && bytes[end] === BLANK && MAY_FOLLOW[bytes[end + 1] as number] === 0;
}

const BLANK = 0x20;
const MAY_FOLLOW = tableOf("racuth-=(/:,;|");

/** Bytes. */
const REACH = 64;

/** An explanation follows. */
const OPENS_TEXT = /^["'`)\]]{0,2} ?(?:[:(,;=-]|\xe2\x80[\x93\x94]|[a-z])/;

/** `[10061] target refused`, `10054: peer went away`, `case 10054: // reset`: the number opens the text. */
function isSetApart(before: string, after: string): boolean {
  if (/\bvalues? ?\($/.test(before)) return false;
  return (
    (/(?:^|[\s|>:"'-])[[(]#?$/.test(before) && /^[\])]:? /.test(after)) ||
    (/[a-z]\[$/.test(before) && /^\] ?(?:=>?|:) ?["']/.test(after)) ||
    (/(?:^|\bcase|^[[{(,]|[[{(,:|>-] ?["']?)\s*$/.test(before) && /^["']?(?::| -| =>?|,) ?/.test(after))
  );
}

/** `ERR|socket|10054|peer gone`: a field of a row. */
function isInRow(before: string, after: string): boolean {
  return /[|;,\t/] ?"?$/.test(before) && /^"? ?[|;,\t/]/.test(after);
}

const ROW_OF_SOCKETS = /(?<![a-z0-9])(?:sock|tcp|net(?:work)?\b|conn|winsock|ws2|transport|udp|client|send|recv|read)/;

const OPENS_BRACKET = /[a-z] ?[([]#?$/;
const CLOSES_BRACKET = /^[)\]](?:$|[ .,;:!])/;

interface Symptom {
  readonly opens: RegExp;
  readonly closes: RegExp;
}

const SYMPTOMS: ReadonlyMap<number, Symptom> = new Map(
  FAMILIES.flatMap(([codes, verbs, phrases]) => {
    // "reset token": a verb alone explains nothing when a word follows that it may belong to.
    const alone = `(?:${verbs})(?=$|["'\`)\\]]{0,2}(?:[.,;:!|\\r\\n]|$)| (?:by|from|during|while|on|at|after|when|before|in the)\\b| ?[-(])`;
    const said = `(?:the |a )?(?:[a-z-]{2,12} )?${NOUNS}(?: [a-z']{1,10}){0,2} (?:${verbs})\\b`;
    const text = `(?:${said}|${alone}|${phrases})`;
    const answer = {
      opens: new RegExp(`^["'\`)\\]]{0,2}(?:[\\s:,;|(="'/>-]|\\xe2\\x80[\\x93\\x94]){1,8}(?:\\/\\/ ?|# ?)?${text}`),
      closes: new RegExp(`\\b(?:${said}|(?<![a-z] )(?:${verbs})|${phrases})[\\])"']?:? ?[([]#?$`),
    };
    return codes.map((code) => [code, answer] as const);
  }),
);
