import type { Line } from "../line.ts";
import { toPlain } from "./context-cue.ts";
import { SYMPTOMS } from "./symptoms.ts";

/** Whether the number has the short text of the same error, in the words of the C libraries, right beside it. */
export function hasErrorTextBeside({ lower }: Line, code: number, start: number, end: number): boolean {
  const text = TEXTS.get(code);
  if (text === undefined) return false;
  const before = toPlain(toNarrow(lower.slice(Math.max(0, start - REACH), start)));
  const after = toPlain(toNarrow(lower.slice(end, end + REACH)));
  // A row of a database: its first field is an identifier.
  if (/\bvalues? ?\($/.test(before)) return false;
  if (CLOSES.test(after) && text.before.test(before)) return true;
  if (STANDS_ALONE.test(after) && text.bare.test(before)) return true;
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

/** Codes whose texts have no other number behind them: `too many open files 10024` may be how many. */
const CERTAIN_ALONE: ReadonlySet<number> = new Set([
  10013, 10038, 10048, 10049, 10050, 10051, 10053, 10054, 10056, 10057, 10060, 10061, 10064, 10065, 11001, 11002, 11004,
]);

/** After a number that only a blank parts from the text: not what is counted, and no second number. */
const STANDS_ALONE = /^(?:\s?$|[.,;)] ?(?:$|[a-z])| (?!(?:of|times?|open|more|other|in total|left)\b)[a-z])/;

const TEXTS: ReadonlyMap<number, { readonly before: RegExp; readonly bare: RegExp; readonly after: RegExp }> = new Map(
  (
    [
      [10004, "interrupted (?:system|function) call"],
      [10009, "bad file (?:number|descriptor)"],
      [10013, "permission denied|access denied"],
      [10024, "too many open (?:files|sockets)"],
      [10035, "(?:operation )?would block|resource temporarily unavailable|operation now in progress"],
      [10036, "operation now in progress"],
      [10037, "operation already in progress"],
      [10038, "socket operation on non-?socket|not a socket"],
      [10039, "destination address required"],
      [10040, "(?:message|datagram) too (?:long|large)"],
      [10041, "protocol wrong type"],
      [10042, "(?:bad protocol option|protocol not available)"],
      [10043, "protocol not supported"],
      [10044, "socket type not supported"],
      [10045, "operation not supported (?:on socket|on transport)"],
      [10046, "protocol family not supported"],
      [10047, "address family not supported"],
      [10048, "address (?:is )?(?:already )?in use"],
      [10049, "can(?:no|')t assign requested address|no name available"],
      [10050, "network is down"],
      [10051, "(?:the )?network is unreachable|network unreachable"],
      [10052, "network dropped connection"],
      [10053, "software caused connection abort|connection aborted"],
      [10054, "connection reset(?: by peer)?|connection was reset"],
      [10055, "no buffer space"],
      [10056, "socket is already connected"],
      [10057, "(?:socket is )?not connected"],
      [10058, "can(?:no|')t send after socket shutdown"],
      [10059, "too many references"],
      [10060, "(?:connect(?:ion)? |operation )?timed out|(?:connect(?:ion)? |network )?timeout"],
      [10061, "connect(?:ion)? (?:was )?refused|connection is forcefully rejected|host refused"],
      [10064, "host is down"],
      [10065, "no route to host|host (?:is )?unreachable"],
      [
        11001,
        "host not found|unknown host|getaddrinfo failed|(?:dns|name|host)? ?look-?up failed|name resolution failed",
      ],
      [11002, "(?:non-authoritative )?host not found|try again"],
      [11004, "no data record|valid name, no data|getaddrinfo failed"],
    ] as const
  )
    .map(([code, english]) => [code, [english, SYMPTOMS.get(code)].filter(Boolean).join("|")] as const)
    .map(([code, text]) => [
      code,
      {
        before: new RegExp(`(?:${text})[\\])"']?\\s?[:,(\\[#-]\\s?$`),
        bare: new RegExp(`(?<![a-z0-9_-])(?:${CERTAIN_ALONE.has(code) ? text : "(?!)"}) $`),
        after: new RegExp(
          `^["'\`)\\]]{0,2}(?:[\\s:,.("'-]{1,4}|[\\s:,=>]{1,4}(?:return |\\/\\/ ?|\\/\\* ?|# ?)["']?)(?:${text})`,
        ),
      },
    ]),
);
