import { toBytes } from "../../text/byte-string.ts";

// The number comes before the word for an error.

/** `10048 error`, `got a 10013 bind error`. */
export function isCalledError(lower: string, start: number, end: number): boolean {
  const before = lower.slice(Math.max(0, start - 12), start);
  return (
    /^['"`]?[ -](?:[a-z]{3,10} )?(?:err(?:or)?|exception)\b(?! ?(?:count|[\d=:]))/.test(lower.slice(end, end + 32)) &&
    (opensSentence(lower, start) ||
      /\b(?:got|an?|the|with|of|gets?|return(?:s|ed)?|received?|this|is|by|system|socket|os|windows|network|tcp)\s['"`]?$/.test(
        before,
      ))
  );
}

/** `10004 was actually the error of the closed socket`. */
export function isSaidToBeError(lower: string, start: number, end: number): boolean {
  return (
    /^["'`]? (?:is|was|means) (?:[a-z]{2,10} )?(?:the|an?) (?:[a-z]{2,12} )?error\b/.test(lower.slice(end, end + 48)) &&
    /(?:^|[>#*"'`-] ?|[.:,;] |\b(?:the|that|and|where|code|sockets?|winsock|windows) )["'`]?$/.test(
      lower.slice(Math.max(0, start - 8), start),
    )
  );
}

/** `otherwise it reports a 10049 error`: a frequent code that something gives. */
export function isGivenError(lower: string, start: number, end: number): boolean {
  if (!lower.startsWith(" err", end) && !lower.startsWith(" err", end + 1)) return false;
  return (
    /^['"`]? errors?\b(?! ?(?:in the\b|count|page|message|record|row|rows|text|screen|budget|[\d=:]))/.test(
      lower.slice(end, end + 24),
    ) &&
    /\b(?:got|gets?|getting|return(?:s|ed|ing)?|receiv(?:es?|ed|ing)|report(?:s|ed|ing)?|throw(?:s|n|ing)?|cause[sd]?|causing|raise[sd]?|raising|gives?|giving|see|seeing|saw|prevent(?:s|ing)?|avoid(?:s|ing)?|win|fix(?:e[sd])?:?|ignore|for|real|random|the|an?)(?: (?:you|us|me|them))?(?: (?:an?|the|this|with))?(?: (?:windows|win32))? ['"`]?$/.test(
      lower.slice(Math.max(0, start - 24), start),
    )
  );
}

/** `(10060 Error)`, `a per-connection 10061 error`: where the line speaks of sockets and the number is of nothing counted. */
export function isErrorBehind(lower: string, start: number, end: number): boolean {
  return (
    /^ (?:(?:socket|winsock|network|connection|connect|bind) )?error\b(?! ?(?:count|page|rate|row|[\d=:]))/.test(
      lower.slice(end, end + 32),
    ) &&
    /(?:[(,] ?|[a-z] |\xef\xbc[\x88\x8c])$/.test(lower.slice(Math.max(0, start - 3), start)) &&
    !COUNTED.test(lower.slice(Math.max(0, start - 16), start))
  );
}

const COUNTED =
  /\b(?:port|line|row|user|order|id|pid|ticket|job|client|worker|thread|room|task|page|build|version|session|channel|node|host|device|unit|axis|player|record|item|of|total) $/;

/** `10014 error on recv`: the call comes behind. */
export function isErrorOfCall(lower: string, end: number): boolean {
  if (!lower.startsWith(" err", end) && !lower.startsWith(" err", end + 1)) return false;
  return /^['"`]? errors? (?:on|from|in|at|during|of|calling) (?:wsa)?(?:recv(?:from|msg)?|send(?:to|msg)?|connect(?:ex)?|bind|accept(?:ex)?|select|listen|socket|setsockopt|getaddrinfo)\b/.test(
    lower.slice(end, end + 40),
  );
}

/** `10060 hatası`, `10060错误`, `10061-Fehler`: the number comes before the word for an error. */
export function isNumberedError(lower: string, start: number, end: number): boolean {
  return (
    NUMBERED.test(lower.slice(end, end + 48)) && !EAST_ASIAN_COUNTED.test(lower.slice(Math.max(0, start - 12), start))
  );
}

const NUMBERED = new RegExp(
  toBytes(
    "^(?:-(?:es|as|os|ös|ás) (?:[^ \\d]{3,24} )?hiba| (?:numaralı|nolu|kodlu) (?:[a-z]{2,8} )?hata| hata(?:sı|lı| kodu)(?![a-z])| hibakód| ?(?:号)?(?:错误|錯誤|エラー|오류|에러)(?! ?(?:次|个|個|件|数|건|회|개))|-(?:fehler|fout|fel|fejl|feil|virhe)(?![a-z]))",
  ),
);

/** `10061-es hiba`, `10061 hatası`, `10054报错`: a frequent code, and an error that is called by its number. */
export function isErrorByNumber(lower: string, start: number, end: number): boolean {
  const after = lower.slice(end, end + 16);
  if (HUNGARIAN.test(after) || TURKISH.test(lower.slice(end, end + 24))) return true;
  const before = lower.slice(Math.max(0, start - 12), start);
  return (
    (EAST_ASIAN.test(after) || (AMONG_EAST_ASIAN.test(before) && ENGLISH.test(after))) &&
    !EAST_ASIAN_COUNTED.test(before)
  );
}

/** `又是 10054 error`, `이번엔 10061 Error`: the English word in a sentence of Chinese, Japanese or Korean. */
const AMONG_EAST_ASIAN = /[\xe3-\xed][\x80-\xbf]{2} ?$/;
const ENGLISH = /^ ?error(?![a-z])(?! ?(?:count|page|rate|[\d=:]))/;

const EAST_ASIAN = new RegExp(
  toBytes(
    "^ ?(?:报错|報錯|错误|錯誤|异常|エラー|에러|오류)(?! ?(?:次|个|個|条|數|数|率|页|件|개|건|회|数|画面|페이지))",
  ),
);
const EAST_ASIAN_COUNTED = new RegExp(
  toBytes(
    "(?:端口|订单|用户|编号|第|行|房间|设备|号|节点|任务|共|有|了|注文|ユーザー|ポート|番号|会員|計|주문|사용자|포트|번호|행|회원|총) ?$",
  ),
);

const TURKISH = new RegExp(toBytes("^ (?:numaralı |nolu |kodlu )?hata(?:sı|sını|sına|sının|lı)(?![a-z])"));
const HUNGARIAN = new RegExp(toBytes("^-(?:es|as|os|ös|ás) (?:hiba|hibakód)"));

function opensSentence(lower: string, start: number): boolean {
  return start < 2 || /(?:[:"'>]\s?|[-#*>]\s)[[(]?$/.test(lower.slice(Math.max(0, start - 3), start));
}
