import { toBytes } from "../bytes.ts";

// Words that stand directly before a number and say what it is. All in lower case; a word is a run of letters and
// digits, or a run of bytes beyond ASCII (a Chinese phrase is one word, so those are looked for at its end).

/** Words that alone make a five-digit number of the catalogue a Winsock error. */
export function isProof(word: string): boolean {
  return PROOF.has(word) || /^wsa(?!to$|action$)[a-z]{3,}$/.test(word) || PYTHON_EXCEPTION.test(word);
}

/** Words of Winsock itself: they prove even the numbers that Win32 uses for other things (6, 8, 87, 995-997). */
export function isWinsock(word: string): boolean {
  return WINSOCK.has(word) || /^wsa(?!to$|action$)[a-z]{3,}$/.test(word);
}

/** Words for an error: `error 10054`. */
export function isError(word: string): boolean {
  return (
    !CODE.has(word) &&
    (ERROR.has(word) || ERROR_NAME.test(word) || ERROR_ENDINGS.some((ending) => word.endsWith(ending)))
  );
}

/** Words for any code: `code=10054`. */
export function isCode(word: string): boolean {
  return CODE.has(word) || CODE_ENDINGS.some((ending) => word.endsWith(ending));
}

/** Words for failing: `failed: 10054`. */
export function isFailed(word: string): boolean {
  return FAILED.has(word) || FAILED_ENDINGS.some((ending) => word.endsWith(ending));
}

/** Words that turn "error" into a proof: `socket error 10054`. */
export function isSocketWord(word: string): boolean {
  return SOCKET.has(word);
}

/** Names of socket calls: `recv: 10054`. */
export function isCall(word: string): boolean {
  return CALL.has(word);
}

/** Words that may stand between a cue and its number. */
export function isFiller(word: string): boolean {
  return FILLER.has(word) || FILLER_BEYOND_ASCII.includes(word) || /^(?:1(?:00|01|10)\d\d|99[567])$/.test(word);
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const PYTHON_EXCEPTION =
  /^(?:connection(?:reset|aborted|refused)?|os|io|blockingio|interrupted|permission|timeout|socket|gai|h|windows)error$/;

const PROOF = set(`
  winerror errno errnum errorno lasterrno socketexception socketerror socketerrorcode nativeerrorcode nativecode sockerr
  sockerror winsock winsock2 wsock wsock32 wsa ws2 gaierror herror getlasterror getlasterrorcode lasterror lastdllerror
  lastsocketerror oslasterror gle win32error win32errorcode windowserror
`);

const WINSOCK = set("winsock winsock2 wsock wsock32 wsa socketexception socketerror socketerrorcode sockerr sockerror");

/** Names of variables too: `nErrorCode`, `dwErr`. */
const ERROR_NAME = /^[a-z]{0,8}err(?:or)?(?:code|num|number|value)?$/;

const ERROR = set(`
  exception
  fehler fehlercode fehlernummer erreur erro errore fout foutcode foutmelding hata virhe fel fejl chyba hiba eroare
`);
const ERROR_ENDINGS = [
  ..."错误 错误码 错误号 错误代码 错误代号 错误编号 错误信息 异常 錯誤 錯誤碼 錯誤代碼 報錯 报错".split(" "),
  ..."エラー エラーコード エラー番号 오류 오류코드 에러 에러코드 ошибка ошибки ошибку ошибкой Ошибка błąd Błąd".split(
    " ",
  ),
].map(toBytes);

const CODE = set("code codes errcode rc ret retval res result hr reason status codigo codice kod cod codenr");
const CODE_ENDINGS = "代码 代碼 返回值 返回码 码 コード 코드 код código".split(" ").map(toBytes);

const FAILED = set(`
  failed fails fail failure failing returned returns return gave got fehlgeschlagen gescheitert falhou
`);
const FAILED_ENDINGS = "失败 失敗 返回 실패".split(" ").map(toBytes);

const SOCKET = set(`
  socket sockets sock socks so winsock wsock wsa windows win32 os ws2 tcpip networkstream
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
  bind binding listen accept select closed close numero nummer numer de la el in
`);

const FILLER_BEYOND_ASCII = "соединения подключения сокета сети системы".split(" ").map(toBytes);
