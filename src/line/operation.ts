import type { Operation } from "../catalogue/entry.ts";
import { toBytes } from "../recognise/bytes.ts";
import type { Finding } from "../recognise/finding.ts";
import type { ReadOperation } from "./index.ts";

// Only this much of the line is asked, on either side of the finding.
const reachBefore = 512;
const reachAfter = 160;

// Only one call can fail with these, whatever word stands nearer: "send mail: 10061" failed to connect.
const certain: ReadonlyMap<number, Operation> = new Map([
  [10061, "connect"],
  [10091, "startup"],
  [10092, "startup"],
  [11001, "resolve"],
  [11002, "resolve"],
  [11003, "resolve"],
  [11004, "resolve"],
]);

// The usual call where the line is silent. 10060 is not here: connect and receive time out alike.
const usual: ReadonlyMap<number, Operation> = new Map([
  [10048, "bind"],
  [10056, "connect"],
  [10093, "startup"],
]);

// Whole words and parts of identifiers: "recv", "BeginReceive", "WSASend", "socket_connect".
const words: ReadonlyMap<string, Operation> = wordMap({
  connect: "connect connecting connectex dial dialing dialling establish establishing conectar verbinden connecter",
  bind: "bind binding binden",
  listen: "listen listening",
  accept: "accept accepting acceptex acceptor",
  send: "send sending sendto sendmsg sendfile write writing writen wsasend wsasendto enviar escribir envoyer senden",
  receive: `recv recvfrom recvmsg receive receiving read reading readfrom wsarecv wsarecvfrom recibir leer
    recevoir lire empfangen gelesen receber`,
  resolve: `getaddrinfo getaddrinfow gethostbyname gethostbyaddr getnameinfo gethostentry resolve resolving resolution
    lookup dns nslookup`,
});

type Phrase = readonly [Operation, RegExp];

const asciiPhrases: readonly Phrase[] = [
  ["startup", /WSAStartup/gi],
  ["connect", /\bconnection attempt|\bopen(?:ing)? (?:a |the )?connection/gi],
];

const phrasesBeyondAscii: readonly Phrase[] = [
  ["connect", anyOf("连接失败", "连接到", "无法连接", "連線失敗", "接続に失敗", "연결 실패", "подключ", "соединиться")],
  ["bind", anyOf("绑定", "綁定", "バインド", "바인딩")],
  ["listen", anyOf("监听", "監聽", "リッスン")],
  ["accept", anyOf("接受连接")],
  ["send", anyOf("发送", "傳送", "写入", "送信", "전송", "отправ", "запис")],
  ["receive", anyOf("接收", "读取", "讀取", "受信", "読み取", "수신", "получ", "чтени", "прочит")],
  ["resolve", anyOf("解析", "名前解決", "разреш")],
];

const word = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

/**
 * The operation that failed: what the code alone proves, else the nearest word for it (before the finding rather than
 * behind it, never inside an operating system's sentence), else what the code usually means, else null.
 */
export const operationOf: ReadOperation = (line, findings) => {
  const finding = findings[0];
  if (finding === undefined) return null;
  return certain.get(finding.code) ?? nearest(line, finding, findings) ?? usual.get(finding.code) ?? null;
};

function nearest(line: string, finding: Finding, findings: readonly Finding[]): Operation | null {
  const from = Math.max(0, finding.start - reachBefore);
  const text = line.slice(from, finding.end + reachAfter);
  let best: Operation | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const consider = (operation: Operation, start: number, end: number) => {
    if (findings.some((other) => start < other.end && end > other.start)) return;
    // A word behind the code is more often about what happens next.
    const distance = end <= finding.start ? finding.start - end : 2 * (start - finding.end) + 30;
    if (distance < bestDistance) [best, bestDistance] = [operation, distance];
  };
  for (const match of text.matchAll(word)) {
    const operation = words.get(match[0].toLowerCase());
    if (operation !== undefined) consider(operation, from + match.index, from + match.index + match[0].length);
  }
  const phrases = /[^\x00-\x7f]/.test(text) ? [...asciiPhrases, ...phrasesBeyondAscii] : asciiPhrases;
  for (const [operation, pattern] of phrases) {
    for (const match of text.matchAll(pattern)) {
      consider(operation, from + match.index, from + match.index + match[0].length);
    }
  }
  return best;
}

function wordMap(lists: Partial<Record<Operation, string>>): Map<string, Operation> {
  const pairs = Object.entries(lists) as [Operation, string][];
  return new Map(pairs.flatMap(([operation, list]) => list.split(/\s+/).map((one) => [one, operation] as const)));
}

function anyOf(...texts: string[]): RegExp {
  return new RegExp(texts.map(toBytes).join("|"), "g");
}
