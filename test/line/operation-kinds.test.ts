import { describe, expect, test } from "vitest";
import { operationOf } from "../../src/line/operation.ts";
import { toBytes } from "../../src/text/byte-string.ts";
import { findingsIn } from "./marked.ts";

type Row = readonly [line: string, operation: string | null];

// Lines of each wording; where two words disagree, the nearer one names what failed.
const kinds: Readonly<Record<string, readonly Row[]>> = {
  "words of English": [
    ["could not reach the license server: «10060»", "connect"],
    ["unable to contact db-2: «10060»", "connect"],
    ["session with db-2 could not be established: «10060»", "connect"],
    ["Dialer.Timeout «10060»", "connect"],
    ["reply could not be sent: «10054»", "send"],
    ["mail could not be delivered, «10053»", "send"],
    ["flushing the buffer: «10054»", "send"],
    ["publish to topic a/b: «10053»", "send"],
    ["sock.sendall() raised «10054»", "send"],
    ["reader.ReadLine(): «10054»", "receive"],
    ["ReadAsync threw «10054»", "receive"],
    ["recvmmsg: «10040»", "receive"],
    ["answer could not be received: «10054»", "receive"],
    ["async accept loop: «10004»", "accept"],
    ["listen(fd, 5): «10022»", "listen"],
    ["rebind of the control port: «10013»", "bind"],
    ["getaddrinfoex(): «10060»", "resolve"],
    ["the thread is ready and established nothing: «10054»", null],
    ["peer closed, spreadsheet resent: «10054»", null],
  ],
  "words of German, Dutch and the north": [
    ["Verbindung zu db-2:5432 fehlgeschlagen: «10060»", "connect"],
    ["Verbindungsaufbau mit db-2: «10060»", "connect"],
    ["Fehler beim Senden an db-2: «10054»", "send"],
    ["Fehler beim Schreiben: «10053»", "send"],
    ["Fehler beim Empfang: «10054»", "receive"],
    ["Lesen vom Socket: «10054»", "receive"],
    ["Binden an Port 80: «10013»", "bind"],
    ["Namensauflösung dauert zu lang: «10060»", "resolve"],
    ["fout bij het verzenden: «10054»", "send"],
    ["fout bij ontvangen: «10054»", "receive"],
    ["kunde inte ansluta till db-2: «10060»", "connect"],
    ["kunne ikke skrive: «10053»", "send"],
    ["Verbindung getrennt: «10054»", null],
  ],
  "words of Romance languages": [
    ["error al enviar datos: «10054»", "send"],
    ["error de lectura: «10054»", "receive"],
    ["no se pudo conectar con db-2: «10060»", "connect"],
    ["error de conexión a db-2: «10060»", "connect"],
    ["conexión a db-2 perdida: «10054»", null],
    ["échec de l'envoi: «10054»", "send"],
    ["erreur de réception: «10054»", "receive"],
    ["impossible d'écrire: «10053»", "send"],
    ["connexion à db-2 impossible: «10060»", "connect"],
    ["erro ao receber: «10054»", "receive"],
    ["errore in scrittura: «10053»", "send"],
    ["errore in ricezione: «10054»", "receive"],
    ["risoluzione del nome: «10060»", "resolve"],
    ["la conexión se ha cerrado: «10054»", null],
  ],
  "words of Slavic languages": [
    ["ошибка отправки данных: «10054»", "send"],
    ["ошибка при приёме данных: «10054»", "receive"],
    ["не удалось подключиться к db-2: «10060»", "connect"],
    ["ошибка привязки сокета: «10013»", "bind"],
    ["не вдалося підключитися до db-2: «10060»", "connect"],
    ["помилка надсилання: «10054»", "send"],
    ["nie można połączyć się z db-2: «10060»", "connect"],
    ["błąd wysyłania: «10054»", "send"],
    ["chyba při čtení: «10054»", "receive"],
    ["соединение закрыто: «10054»", null],
  ],
  "words of Asian languages": [
    ["连接 10.0.0.5:5432 失败：«10060»", "connect"],
    ["连接服务器超时 «10060»", "connect"],
    ["寫入資料失敗 «10053»", "send"],
    ["侦听端口失败 «10013»", "listen"],
    ["接受連線失敗 «10024»", "accept"],
    ["db-2 への接続に失敗 «10060»", "connect"],
    ["db-2 への接続が切断されました «10054»", null],
    ["送信エラー «10054»", "send"],
    ["書き込み中に «10053»", "send"],
    ["db-2에 연결하는 중 «10060»", "connect"],
    ["데이터 수신 «10054»", "receive"],
    ["소켓 쓰기 «10053»", "send"],
    ["kết nối tới db-2: «10060»", "connect"],
    ["db-2 adresine bağlanırken: «10060»", "connect"],
    ["veri gönderilemedi: «10054»", "send"],
    ["连接已断开 «10054»", null],
  ],
  "names of loggers, classes and threads": [
    ["10:11:12.345|WARN|Acme.Listen|socket error «10054»", null],
    ["10:11:12,345 ERROR Acme.Listen - socket error «10054»", null],
    ["10:11:12 INFO com.acme.mail.SendQueue: socket error «10054»", null],
    ["[10:11:12] [error] [ReadThread] socket error «10054»", null],
    ["[10:11:12] [error] [send-worker-2] socket error «10054»", null],
    ["10:11:12 [WRN] Acme.Net.AcceptLoop: socket error «10054»", null],
    ['{"logger":"acme.Listen","msg":"socket error «10054»"}', null],
    ["level=warn logger=acme.send msg=«10054»", null],
    ["WARN 1234 --- [main] c.a.b.SendService : socket error «10054»", null],
    ["10:11:12,345 - acme.send - ERROR - socket error «10054»", null],
    ["[error] [ReadThread] send failed: socket error «10054»", "send"],
    ["send failed on 10.0.0.9 |WARN|Acme.Listen| «10054»", "send"],
    ["[10:11:12] [recv] socket error «10054»", "receive"],
    ["ERROR socket.send - «10054»", "send"],
    ["ERROR Acme.Client.send - «10054»", "send"],
    ["ERROR WSARecv - «10054»", "receive"],
    ["WARN|Send|socket error «10054»", "send"],
  ],
  "words behind escapes of colours": [
    ["\u001b[31msend\u001b[0m \u001b[1mfailed\u001b[0m \u001b[33m«10054»\u001b[0m", "send"],
    ["\\u001b[31mrecv\\u001b[0m «10054»", "receive"],
    ["#033[31mbind#033[0m: «10013»", "bind"],
    ["\u001b[31mconnected\u001b[0m «10054»", null],
  ],
};

describe.each(Object.entries(kinds))("%s", (_kind, rows) => {
  test.each(rows)("%s: %s", (line, operation) => {
    const { text, findings } = findingsIn(toBytes(line));
    expect(operationOf(text, findings)).toBe(operation);
  });
});
