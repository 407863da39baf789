import { isDigit, isSpelled } from "../../text/byte-array.ts";
import { byteStringOf, toBytes } from "../../text/byte-string.ts";
import { isErrorCompound, isErrorOfSystem, isErrorWord } from "./error-words.ts";
import { CODE_WORDS, FILLER_WORDS, NUMBER_WORDS, PLURAL_WORDS, SOCKET_WORDS } from "./languages.ts";

// Words directly before a number that show its meaning, in lower case. A word is a run of letters and digits, or a run of
// bytes beyond ASCII; a Chinese phrase is one word, so those are looked for at its end.

/**
 * The kind of a word before a number. `winsock`: proves even the numbers that Win32 uses for other things (6, 8, 87,
 * 995-997); `proof`: alone makes a number above 10000 a Winsock error; `socket`: turns "error" into a proof; `error`,
 * `code`, `failed`, `call`: hints; `filler`: may come between a cue and its number; `other`: ends the cue.
 */
type CueKind = "winsock" | "proof" | "socket" | "error" | "code" | "failed" | "call" | "filler" | "other";

/** A word before a number. */
export interface CueWord {
  readonly text: string;
  readonly kind: CueKind;
  /** Of two hints the stronger counts. */
  readonly strength: number;
  /** Before "code" it makes another kind of code: `exit code 10054`. */
  readonly isOtherCode: boolean;
  /** `failed to listen 10050`: without a colon or a bracket behind it the number is where, not why. */
  readonly namesPort: boolean;
  /** It is counted or numbered itself: `port 10054`. */
  readonly isCounted: boolean;
  /** It counts errors, unless two codes or more follow: `errors 10053 and 10054`. */
  readonly isPlural: boolean;
  /** Behind it an error's plural is a genitive: `číslo chyby 10061`. */
  readonly isNumberWord: boolean;
  /** It may be the level of the log's line. */
  readonly isLevel: boolean;
}

/** The word in lower case that these bytes spell. */
export function cueWordAt(bytes: Uint8Array, start: number, end: number): CueWord {
  if (end > start && isDigit(bytes[start]) && isDigit(bytes[end - 1])) return NUMBER;
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  const slot = (hash ^ (hash >>> 11)) & (KNOWN - 1);
  const known = knownWords[slot] as CueWord;
  if (known.text.length === end - start && isSpelled(known.text, bytes, start)) return known;
  const word = toWord(byteStringOf(bytes.subarray(start, end)));
  knownWords[slot] = word;
  return word;
}

function toWord(text: string): CueWord {
  const kind = classify(text);
  return {
    text,
    kind,
    strength: STRENGTH.indexOf(kind),
    isOtherCode: OTHER_CODE.has(text),
    namesPort: NAMES_PORT.has(text),
    isCounted: COUNTED.has(text),
    isPlural: PLURAL.has(text),
    isNumberWord: NUMBER_WORD.has(text),
    isLevel: text === "err" || text === "error",
  };
}

const STRENGTH: readonly CueKind[] = ["call", "failed", "code", "error", "proof"];

function classify(word: string): CueKind {
  if (WINSOCK.has(word) || WINSOCK_CALL.test(word) || WINSOCK_CASE.test(word)) return "winsock";
  if (PROOF.has(word) || LAST_ERROR.test(word) || PYTHON_EXCEPTION.test(word)) return "proof";
  if (SOCKET.has(word)) return "socket";
  if (isError(word)) return "error";
  if (CODE.has(word) || isErrorCompound(word) || CODE_ENDINGS.some((ending) => word.endsWith(ending))) return "code";
  if (FAILED.has(word) || FAILED_ENDINGS.some((ending) => word.endsWith(ending))) return "failed";
  if (CALL.has(word)) return "call";
  return FILLER.has(word) ? "filler" : "other";
}

function isError(word: string): boolean {
  return (
    !CODE.has(word) &&
    !OTHER_ERROR.test(word) &&
    (isErrorWord(word) ||
      isErrorOfSystem(word) ||
      ERROR_NAME.test(word) ||
      ERROR_ENDINGS.some((ending) => word.endsWith(ending)))
  );
}

const set = (words: string): ReadonlySet<string> => new Set(toBytes(words).trim().split(/\s+/));

const PYTHON_EXCEPTION =
  /^(?:connection(?:reset|aborted|refused)?|os|io|blockingio|interrupted|permission|timeout|socket|gai|h|windows)error$/;

const PROOF = set(`
  winerror errno errnum errorno lasterrno sockerrno socketerrno socketexception socketerror socketerrorcode nativeerrorcode nativecode sockerr
  sockerror ws2 gaierror herror getlasterror getlasterrorcode lastdllerror
  oslasterror gle win32error win32errorcode windowserror hresult
`);

/** `m_nLastError`, `lastErrorCode`. */
const LAST_ERROR = /^[a-z]{0,2}last(?:socket|os|win32)?err(?:or|no)?(?:code)?$/;

const WINSOCK = set(
  "winsock winsock2 wsock wsock32 wsa wsaerrno wsaerror wsaerr wsaerrorcode winsockfehler winsockerror",
);

/** `Winsocki`, `Winsocku`, `Winsockfehler`: with the endings of other languages. */
const WINSOCK_CASE = /^winsock[a-z]{1,10}$/;

/** WSAGetLastError, WSAEnumNetworkEvents; neither WSAECONNRESET nor WS-Addressing's `wsa:To`. */
const WINSOCK_CALL = /^wsa(?!e(?!num|vent)|to$|action$)[a-z]{3,}$/;

/** Names of variables and exceptions too: `nErrorCode`, `dwErr`, `StreamLostError`. */
const ERROR_NAME = /^[a-z]{0,24}err(?:or)?(?:code|num|number|value)?$/;

/** `KeyError: 10054` quotes a key. */
const OTHER_ERROR =
  /^(?:std|c|key|value|index|type|syntax|assertion|attribute|name|range|reference|lookup|parse|validation|argument|arithmetic|verify|security|eval|uri|schema|format)err(?:or)?$/;

const ERROR_ENDINGS = [
  ..."错误 错误码 错误号 错误代码 错误代号 错误编号 错误信息 异常 錯誤 錯誤碼 錯誤代碼 報錯 报错".split(" "),
  ..."エラー エラーコード エラー番号 오류 오류코드 에러 에러코드".split(" "),
].map(toBytes);

const CODE = set(
  `code codes errorcode errcode rc ret retval res result hr reason status codigo código codice kod kodu cod codenr ${CODE_WORDS}`,
);
const CODE_ENDINGS = "代码 代碼 回傳 返回值 返回码 码 コード 코드 код código".split(" ").map(toBytes);

const NAMES_PORT = set(
  `bind binding listen connect connecting connection socket session tcp udp accept in ip from close closed sen send
   sent sending recv receive received receiving read write`,
);

const COUNTED = set("port line build version pid id handle thread process session");

const OTHER_CODE = set("exit status response http product postal zip area country version op");

const FAILED = set(`
  failed fails fail failure failing returned returns return gave got fehlgeschlagen gescheitert falhou fallo falha échec Échec сбой Сбой selhalo
  échoué falló fallida fallito fallita mislukt misslyckades mislykkedes mislyktes epäonnistui eșuat
`);
const FAILED_ENDINGS =
  "失败 失敗 失敗しました 失败了 返回 실패 실패했습니다 실패하였습니다 실패함 できません できませんでした"
    .split(" ")
    .map(toBytes);

const SOCKET = set(`
  socket sockets sock socks so win windows win32 os tcpip ${SOCKET_WORDS}
`);

const CALL = set(`
  connect connectex bind listen accept acceptex recv recvfrom recvmsg send sendto sendmsg select socket poll shutdown
  closesocket setsockopt getsockopt ioctlsocket getaddrinfo getaddrinfow gethostbyname getnameinfo getpeername
`);

const FILLER = set(`
  number num no nr nbr value is was were be being of with by and or the a an its this that
  returned returns return result results unknown unrecognized unrecognised unexpected generic native last specific
  system network internal fatal low level code means meaning due reason because such as called call during while
  tcp udp tls ssl connection connect connecting send sending sent receive receiving recv read reading write writing
  from ip conectar bind binding listen accept select closed close dll secondary main s ao numero nummer numer de la el in some
  ${FILLER_WORDS}
`);

const PLURAL = set(PLURAL_WORDS);

const NUMBER_WORD = set(NUMBER_WORDS);

/** Words met before, each at the index of its hash: most numbers have one of the same few dozen before them. */
const KNOWN = 1024;
const knownWords: CueWord[] = new Array(KNOWN).fill(toWord(""));

/** Any word that begins and ends with a digit: none of the lists has one. */
const NUMBER: CueWord = toWord("0");
