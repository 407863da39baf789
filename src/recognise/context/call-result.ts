import type { Line } from "../line.ts";

/**
 * Whether the number is what a call on a socket came to: `connecting to 10.0.0.9:8080: 10061`, `recv returned -1 (10054)`.
 * The part of the line before the number is looked at, in lower case.
 */
export function isCallResult(lower: string, start: number, end: number): boolean {
  if (!CLOSES.test(lower.slice(end, end + 4))) return false;
  const before = lower.slice(Math.max(0, start - REACH), start);
  if (PAIR.test(before) && /^ ?[)\]]/.test(lower.slice(end, end + 2)) && CALLS.test(before)) return true;
  if (SOCKET_ERROR_IN.test(before)) return true;
  if (NAMED_CALL.test(before) && IS_PASSED_OVER.test(lower.slice(end, end + 12))) return true;
  if (ARROW.test(before) || OPTION.test(before) || OVERLAPPED.test(before)) return true;
  return MINUS_ONE.test(before) || FAILED_CALL.test(before) || (BEHIND_MARK.test(before) && TOWARDS_HOST.test(before));
}

/** `ERR;PLC12;192.0.2.12:502;recv;10054`: a field with a call, then the number, in a row about a failure. */
export function isFieldOfCall({ lower }: Pick<Line, "lower">, start: number, end: number): boolean {
  if (!/^"? ?(?:[;,|\t]|\r?$)(?! ?"?[a-z]+"? ?[;,|\t] ?"?\d)/.test(lower.slice(end, end + 32))) return false;
  return FIELD_OF_CALL.test(lower.slice(Math.max(0, start - 24), start)) && TELLS_OF_FAILURE.test(lower);
}

const FIELD_OF_CALL =
  /(?<![;,|\t](?:connect|recv|send|bind|accept|read|write)[;,|\t]\d{1,10})[;,|\t] ?"?(?:wsa)?(?:connect|recv(?:from)?|receive|send(?:to)?|bind|listen|accept|select|read|write)"? ?[;,|\t] ?"?$/;
const TELLS_OF_FAILURE = /\b(?:err|error|warn|warning|fail|failed|failure|crit|critical|fatal)\b/;

/** Whether the number follows a failed transfer to a named place: `Error sending to replica: 10053`. */
export function isTransferResult(lower: string, start: number, end: number): boolean {
  return (
    CLOSES.test(lower.slice(end, end + 4)) &&
    /\b(?:error|failed|failure|problem|unable) (?:while |when |in )?(?:sending to|writing to|receiving from|reading from|connecting to|binding to|connect to|send to|write to|receive from|read from) [a-z0-9_.-]{1,40}: $/.test(
      lower.slice(Math.max(0, start - REACH), start),
    )
  );
}

/** `[CHANNEL 10.4.0.12:~3343~] failure, status (10054)`: the cluster service writes ports so. */
export function isOfChannel(lower: string, start: number): boolean {
  return /:~\d{1,5}~.{1,64}\bstatus \($/.test(lower.slice(Math.max(0, start - REACH), start));
}

/** Whether the number is what the look-up of a name came to: `Error resolving host db.example: 11001`. */
export function isResultOfLookup(lower: string, code: number, start: number, end: number): boolean {
  return (
    code >= FIRST_OF_NAMES &&
    CLOSES.test(lower.slice(end, end + 4)) &&
    LOOKUP.test(lower.slice(Math.max(0, start - REACH), start))
  );
}

const FIRST_OF_NAMES = 11_001;
const LOOKUP =
  /\b(?:resolv(?:e|ing)|look(?:ing)? ?up|lookup (?:of|for))(?: (?:the |address of )?(?:host ?name|host|name|address|server))? ["']?[a-z0-9_-]{1,64}(?:\.[a-z0-9_-]{1,64}){1,8}["']?(?: failed)?(?:: ?| ?\(| - )$/;

const REACH = 112;

/** No unit, no word that could be counted, no further digit. */
const CLOSES = /^(?:$|[)\]}"'.,;]{1,2}(?:$|[ \r)\]])| ?[(-]|\s| {0,2}$)/;

const BEHIND_MARK = /(?:: ?|[([]| - )$/;

/** `(-1 10048)`, `[-1, 10061]`, `rc -1 (10060)`: what a call returned, and why. */
const PAIR = /(?:[([](?:[a-z]{2,6} ?[=:] ?)?-1(?:, ?| |: ?| - ?)|(?<![\d.])-1 ?[([])(?:err(?:or|no)? ?[:=]? ?)?$/;
const CALLS = /\b(?:connect|bind|listen|accept|recv|receiv|send|socket|poll|select|shutdown|read|writ)[a-z]*\b/;

/** `Socket error: connect, 10060`: the call comes between the error and its number. */
const SOCKET_ERROR_IN =
  /\b(?:socket|winsock|network|net) (?:error|failure)(?:: ?| - | in | on | at | during )(?:connect|bind|listen|accept|recv|recvfrom|receive|send|sendto|select|shutdown|read|write|close|socket|poll|ioctl)(?:ing)?(?:\(\))?(?:, ?| - |: ?| ?[([])$/;

/** `accept failed: 10004`: calls whose names are no everyday words. */
const FAILED_CALL =
  /(?<![a-z0-9_])(?:accept(?:ex)?|connectex|disconnectex|recv(?:from|msg)?|listen|bind|sendto|setsockopt|getsockopt|closesocket|ioctlsocket|shutdown)(?:\(\))? (?:failed|error)(?:: ?| - | ?[([])$/;

/** `recv -> 10054`: what a call came to, where nothing else can come of it. */
const ARROW =
  /(?<![a-z0-9_])(?:wsa)?(?:connect(?:ex)?|accept(?:ex)?|recv(?:from|msg)?|send(?:to|msg)|bind|listen|getaddrinfo)(?:\([^()]{0,40}\))? ?(?:->|=>) ?$/;

/** `setsockopt SO_REUSEPORT: 10042`. */
const OPTION = /(?<![a-z0-9_])[gs]etsockopt ?[( ]?(?:so|ip|ipv6|tcp)_[a-z_]{2,24}\)?(?: failed)?(?:: ?| - | ?[([])$/;

/** `recvfrom 10054 ignored`: without a mark between, what was done with it has to follow. */
const NAMED_CALL = /(?<![a-z0-9_])(?:wsa)?(?:recv(?:from|msg)?|sendto|accept(?:ex)?|connectex) $/;
const IS_PASSED_OVER = /^ ?(?:$|\r|[,;)] |- |(?:ignored|dropped|skipped|again|retry|error|on |from ))/;

/** OpenSSH's `WSARecv() ERROR: io:000002A9B1EE87B0 10054`, and the cluster service's words for a receive. */
const OVERLAPPED = /(?<![a-z0-9_])wsa(?:recv|send)\(\) error: io:[0-9a-f]{8,16} $|results of overlapped i\/o: $/;

const MINUS_ONE =
  /(?<![a-z0-9_])(?:wsa)?(?:connect(?:ex)?|bind|listen|accept(?:ex)?|recv(?:from|msg)?|send(?:to|msg)?|select|socket|shutdown|poll|ioctlsocket|[gs]etsockopt|closesocket|gethostbyname)(?:\([^()]{0,40}\))? ?(?:returned|returns|failed with|gave|=|==|->|:) ?(?:-1|socket_error|invalid_socket)(?: ?[([] ?|[:,;] ?| - )(?:err(?:or|no)? ?[:=]? ?)?$/;

/** A verb of sockets, a host with its port and perhaps "failed". */
const TOWARDS_HOST =
  /\b(?:connect(?:ing|ion)?|bind(?:ing)?|send(?:ing)?|receiv(?:e|ing)|recv|read(?:ing)?|writ(?:e|ing)|listen(?:ing)?|accept(?:ing)?|reach(?:ing)?)\b(?:\(\))? ?(?:(?:[a-z]{1,12} ){0,3}(?:to|with|from|on|at) )?(?:(?:socket|address|server|host) )?(?:\[[0-9a-f:.%]{2,45}\]:\d{1,5}|(?<![a-z0-9_.-])[a-z0-9_.-]{1,64}:\d{1,5}|(?:[a-z0-9][a-z0-9_.:-]{1,45} )?port \d{1,5}|[*+]?:\d{2,5})(?: failed| error)?(?: ?: ?| ?[([]| - )$/;
