import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message } from "../../../src/recognise/forms/message.ts";
import { Line } from "../../../src/recognise/line.ts";
import { languages } from "../../../src/recognise/messages/index.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

describe("each language's sentences are found without a number", () => {
  test.each<[string, number]>([
    ["tunnel 7: wsarecv: An existing connection was forcibly closed by the remote host.", 10054],
    [
      "dial tcp 10.9.8.7:22: connectex: A connection attempt failed because the connected party did not properly",
      10060,
    ],
    ["bind: Only one usage of each socket address (protocol/network address/port) is normally permitted.", 10048],
    ["上传失败：System.Net.Sockets.SocketException: 你的主机中的软件中止了一个已建立的连接。", 10053],
    ["监听失败: 以一种访问权限不允许的方式做了一个访问套接字的尝试。", 10013],
    ["上傳失敗：遠端主機已強制關閉一個現存的連線。", 10054],
    ["接続エラー: 対象のコンピューターによって拒否されたため、接続できませんでした。", 10061],
    ["受信中: 既存の接続はリモート ホストに強制的に切断されました。", 10054],
    ["수신 실패: 현재 연결은 원격 호스트에 의해 강제로 끊겼습니다.", 10054],
    ["조회 실패: 알려진 호스트가 없습니다.", 11001],
    [
      "Upload abgebrochen: Eine bestehende Verbindung wurde softwaregesteuert durch den Hostcomputer abgebrochen.",
      10053,
    ],
    ["Senden: Eine vorhandene Verbindung wurde vom Remotehost geschlossen.", 10054],
    ["envoi : Une connexion existante a dû être fermée par l’hôte distant.", 10054],
    ["écoute : Une seule utilisation de chaque adresse de socket (protocole/adresse réseau/port) est", 10048],
    ["envío: Se ha forzado la interrupción de una conexión existente por el host remoto.", 10054],
    ["escucha: Intento de acceso a un socket no permitido por sus permisos de acceso.", 10013],
    ["envio: Foi forçado o cancelamento de uma conexão existente pelo host remoto.", 10054],
    ["consulta: Este host não é conhecido.", 11001],
    ["ligação: o computador de destino as recusou ativamente", 10061],
    ["invio: Connessione in corso interrotta forzatamente dall'host remoto.", 10054],
    ["porta: Di norma è consentito un solo utilizzo di ogni indirizzo di socket", 10048],
    ["отправка: Удаленный хост принудительно разорвал существующее подключение", 10054],
    ["запрос: Этот хост неизвестен.", 11001],
    ["wysyłanie: Istniejące połączenie zostało gwałtownie zamknięte przez zdalnego hosta.", 10054],
    ["łączenie: komputer docelowy aktywnie go odmawia", 10061],
  ])("%s", (line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });
});

describe("a sentence is found however its line spells it", () => {
  test.each<[string, string, number]>([
    ["in upper case", "AN EXISTING CONNECTION WAS FORCIBLY CLOSED BY THE REMOTE HOST", 10054],
    ["cut at its end", "…: An existing connection was forcibly closed by the remote ho", 10054],
    ["cut at its beginning", "ting connection was forcibly closed by the remote host.", 10054],
    ["with doubled blanks", "the  target  machine  actively  refused it", 10061],
    [
      "with non-breaking blanks",
      "an\u00a0established\u00a0connection\u00a0was aborted by the software in your host",
      10053,
    ],
    ["with a blank in a Chinese word", "以一种访问 权限不允许 的方式做了一个访问", 10013],
    ["with a blank in a Korean word", "대상 컴퓨터에서 연결을 거 부했으므로", 10061],
    ["without the blanks of a Japanese term", "接続はリモートホストに強制的に切断されました", 10054],
    ["with a straight apostrophe", "dû être fermée par l'hôte distant", 10054],
    ["with a typographic apostrophe", "dû être fermée par l’hôte distant", 10054],
    ["with an acute accent for an apostrophe", "dû être fermée par l´hôte distant", 10054],
    ["with an escaped apostrophe", "interrotta forzatamente dall\\'host remoto", 10054],
    ["with an escaped line break", "o componente conectado não respondeu\\r\\ncorretamente", 10060],
    ["in JSON's escapes, Chinese", "\\u8fdc\\u7a0b\\u4e3b\\u673a\\u5f3a\\u8feb\\u5173\\u95ed\\u4e86", 10054],
    ["in JSON's escapes, French", "d\\u00fb \\u00eatre ferm\\u00e9e par l\\u2019h\\u00f4te distant", 10054],
    [
      "in JSON's escapes, Russian",
      "\\u042d\\u0442\\u043e\\u0442 \\u0445\\u043e\\u0441\\u0442 \\u043d\\u0435\\u0438\\u0437\\u0432\\u0435\\u0441\\u0442\\u0435\\u043d",
      11001,
    ],
    ["in emphasis", "**An existing connection was forcibly closed** by the remote host", 10054],
  ])("%s", (_, line, code) => {
    expect(codesIn(line)).toEqual([code]);
  });
});

describe("other texts are left alone", () => {
  test.each([
    "connect() failed: Connection refused",
    "recv failed: Connection reset by peer",
    "read: Connection timed out",
    "connect: Network is unreachable",
    "bind: Address already in use",
    "write: Broken pipe",
    "open: No such file or directory",
    "getaddrinfo: Name or service not known",
    "accept: Too many open files",
    "The remote computer refused the network connection.",
    "The specified network name is no longer available.",
    "The semaphore timeout period has expired.",
    "The network connection was aborted by the local system.",
    "The connection with the server was reset",
    "java.net.SocketTimeoutException: connect timed out",
    "lookup nohost.example: no such host",
    "template.xml: an invalid argument was supplied",
    "COM3: The I/O operation has been aborted because of either a thread exit or an application request.",
    "DiskQuota: user 17 ran out of quota",
  ])("%s", (line) => {
    expect(codesIn(line)).toEqual([]);
  });
});

describe("sentences that others say too", () => {
  test("count where the line speaks of sockets, and are only likely", () => {
    expect(found("listen udp4 :3478: wsaioctl: An invalid argument was supplied.")).toMatchObject([
      { code: 10022, confidence: "likely" },
    ]);
    expect(codesIn("SocketException: Host desconocido")).toEqual([11001]);
    expect(codesIn("tabla de clientes: host desconocido")).toEqual([]);
  });

  test("count for an aborted operation on a stream, not on a serial port or a pipe", () => {
    const aborted = "The I/O operation has been aborted because of either a thread exit or an application request";
    expect(codesIn(`Unable to read data from the transport connection: ${aborted}.`)).toEqual([995]);
    expect(codesIn(`server pipe \\\\.\\pipe\\jobs: ${aborted}.`)).toEqual([]);
  });

  test("take the code that the line names where two codes share a sentence", () => {
    const noMore = "No more results can be returned by WSALookupServiceNext.";
    expect(codesIn(noMore)).toEqual([10110]);
    expect(codesIn(`WSAENOMORE: ${noMore}`)).toEqual([10102]);
  });
});

describe("the place of a finding", () => {
  test("reaches from the first known fragment of a sentence to its last", () => {
    const line =
      "x: A connect request was made on an already connected socket. y: An existing connection was forcibly closed by the remote host.";
    expect(found(line).map(({ start, end }) => line.slice(start, end))).toEqual([
      "connect request was made on an already",
      "existing connection was forcibly closed by the remote host",
    ]);
  });

  test("is in the untouched line, whatever was made equal before it", () => {
    const line = toBytes("\\u00e9\\u00e9  ’  远程主机强迫 关闭了一个现有的连接 。");
    expect(found(line, false).map(({ start, end }) => line.slice(start, end))).toEqual([
      toBytes("远程主机强迫 关闭了一个现有的连接"),
    ]);
  });

  test("is one for each time the sentence is said", () => {
    const twice =
      "existing connection was forcibly closed by the remote host. An existing connection was forcibly closed";
    expect(codesIn(twice)).toEqual([10054, 10054]);
  });
});

test("every fragment alone gives its code, in a line that speaks of sockets", () => {
  for (const { certain, likely } of Object.values(languages)) {
    for (const [code, ...fragments] of [...certain, ...likely]) {
      for (const fragment of fragments) expect([fragment, codesIn(`socket: ${fragment}`)]).toEqual([fragment, [code]]);
    }
  }
});

test("every line with a match contains a literal", () => {
  const rows = Object.values(languages).flatMap(({ certain, likely }) => [...certain, ...likely]);
  const fragments = rows.flatMap(([, ...texts]) => texts);
  const blank = fc.constantFrom(" ", "  ", "\u00a0", "\u3000", "\\n", "\t");
  const spelling = fc.record({ blank, escaped: fc.boolean(), upper: fc.boolean(), around: fc.string() });
  fc.assert(
    fc.property(fc.constantFrom(...fragments), spelling, (fragment, { blank, escaped, upper, around }) => {
      const cased = upper ? fragment.replace(/[a-z]/g, (letter) => letter.toUpperCase()) : fragment;
      const spaced = cased.replaceAll(" ", blank);
      const text = escaped
        ? JSON.stringify(spaced).replace(/[^\0-\x7f]/g, (at) => `\\u${at.charCodeAt(0).toString(16).padStart(4, "0")}`)
        : spaced;
      const line = new Line(toBytes(`${around} tcp ${text} ${around}`));
      const seen = message.literals.some((literal) => line.lower.includes(literal));
      expect(seen || message.find(line, {}).length === 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("any text is searched without harm, and its findings lie in it, in order and apart", () => {
  const pieces = fc.constantFrom(
    "existing connection was forcibly",
    "\\",
    "\\u",
    "\\u8fdc",
    "’",
    "  ",
    "远程主机强迫关闭了",
    "\u3000",
    "x",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }), (parts) => {
      const text = toBytes(parts.join(""));
      let last = 0;
      for (const { start, end } of message.find(new Line(text), {})) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

function found(line: string, encode = true) {
  return message.find(new Line(encode ? toBytes(line) : line), {});
}

function codesIn(line: string): readonly number[] {
  return found(line).map(({ code }) => code);
}
