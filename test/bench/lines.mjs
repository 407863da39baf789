// The lines of the measured logs, in the manner of many programs. Each kind gets numbers: `n(from, to)` one of a range,
// `hex(digits)`, `id()` a UUID, `word()` a word, `date` the time. Nothing in them names a code but the loud ones.

/** Lines without a code. */
export const quiet = [
  ({ n, hex }) => `INFO  [http-${n(1, 64)}] GET /api/v1/orders/${hex(8)} 200 ${n(12, 900)}ms bytes=${n(100, 999_999)}`,
  ({ n, hex }) => `DEBUG [pool-${n(1, 9)}] acquired connection ${hex(12)} idle=${n(0, 40)} waiting=${n(0, 5)}`,
  ({ n }) =>
    `INFO  [scheduler] job cleanup-${n(1, 9999)} finished in ${n(1, 60)}.${n(0, 999)} s, next run at ${n(12, 23)}:30`,
  ({ n, word }) =>
    `WARN  [cache] slow lookup key=${word()}:${n(20_000, 9_999_999)} took ${n(100, 900)} ms on node cache-${n(1, 8)}`,
  ({ n }) =>
    `sshd[${n(300, 32_000)}]: Accepted publickey for user${n(1, 500)} from 192.168.${n(0, 255)}.${n(1, 254)} port ${n(20_000, 60_000)} ssh2`,
  ({ n, word }) =>
    `kernel: [${n(1, 999_999)}.${n(100_000, 999_999)}] ${word()}${n(0, 9)}: link becomes ready, speed ${n(1, 100)} Gbps`,
  ({ n, hex }) => `TRACE frame seq=${n(1, 4e9)} len=${n(1, 65_536)} crc=0x${hex(8)} flags=0x${hex(4)}`,
  ({ n, id }) =>
    `{"level":${n(1, 6)}0,"pid":${n(100, 99_999)},"reqId":"${id()}","url":"/health","msg":"request completed","responseTime":${n(1, 900)}.${n(0, 99_999)}}`,
  ({ n, id, word }) =>
    `{"service":"${word()}","trace_id":"${id()}","severity":"INFO","attributes":{"items":${n(1, 9999)},"total":${n(1, 1e6)}.${n(10, 99)}}}`,
  ({ n, word, date }) =>
    `10.${n(0, 255)}.${n(0, 255)}.${n(1, 254)} - - [${date.toUTCString().slice(5, 25)} +0000] "GET /static/${word()}.js?v=${n(1, 1e6)} HTTP/1.1" 200 ${n(100, 9e6)} "-" "Mozilla/5.0 (X11; Linux x86_64; rv:${n(80, 140)}.0) Gecko/20100101 Firefox/${n(80, 140)}.0"`,
  ({ n, word }) =>
    `"POST /${word()}/${word()} HTTP/2.0" 201 ${n(10, 9999)} "https://www.example.com/${word()}" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${n(90, 140)}.0.${n(1000, 7000)}.${n(10, 200)} Safari/537.36"`,
  ({ n, word }) => `    at com.example.${word()}.${word()}Service.handle(${word()}Service.java:${n(10, 3000)})`,
  ({ n, word }) => `    at System.Threading.Tasks.Task.Execute() in D:\\build\\src\\${word()}.cs:line ${n(1, 4000)}`,
  ({ n, word }) =>
    `  File "/usr/lib/python3/site-packages/${word()}/${word()}.py", line ${n(1, 2000)}, in ${word()}_${word()}`,
  ({ n, hex }) => `dump ${hex(8)} ${hex(8)} ${hex(8)} ${hex(8)}  rax=${hex(16)} rbx=${hex(16)} offset ${n(0, 1e6)}`,
  ({ n, id, word }) =>
    `INFO  block blk_${n(1e9, 9e9)}${n(1e8, 9e8)} received by ${id()} size ${n(1e6, 1e8)} from /${word()}`,
  ({ n, word }) =>
    `SELECT id, ${word()} FROM ${word()} WHERE account_id IN (${n(1, 1e5)}, ${n(1, 1e5)}, ${n(1, 1e5)}) LIMIT ${n(1, 500)}; -- ${n(0, 9999)} rows`,
  ({ n, word }) =>
    `Task ${word()} attempt_${n(1e9, 2e9)}_${n(1, 9999)}_m_${n(0, 999_999)}_0 is done, progress ${n(0, 100)}.${n(0, 9)} %`,
  ({ n, word }) =>
    `audit: user id=${n(1, 999_999)} opened the folder C:\\Data\\${word()}\\${n(1000, 9999)} and read ${n(1, 99)} files`,
  ({ n, word }) =>
    `der Auftrag ${n(1, 1e6)} für ${word()} wurde nach ${n(1, 900)} ms ausgeführt, übrig sind ${n(0, 40)} Einträge`,
  ({ n, word }) =>
    `la tâche ${word()}-${n(1, 1e6)} est terminée après ${n(1, 900)} ms, il reste ${n(0, 40)} éléments à traiter`,
  ({ n, word }) =>
    `el proceso ${word()} terminó la petición número ${n(1, 1e6)} en ${n(1, 900)} ms con ${n(0, 40)} avisos`,
  ({ n, word }) => `задача ${word()} номер ${n(1, 1e6)} выполнена за ${n(1, 900)} мс, осталось ${n(0, 40)}`,
  ({ n, word }) => `任务 ${word()} 编号 ${n(1, 1e6)} 已完成，用时 ${n(1, 900)} 毫秒，剩余 ${n(0, 40)} 项`,
  ({ n, word }) => `ジョブ ${word()} 番号 ${n(1, 1e6)} が ${n(1, 900)} ミリ秒で完了しました`,
  ({ n, id }) => `session ${id()} renewed for ${n(60, 86_400)} s, ${n(1, 20)} of ${n(20, 99)} slots are in use`,
  ({ n, word }) =>
    `metrics ${word()}.count=${n(1, 1e9)} ${word()}.mean=${n(0, 99)}.${n(0, 999_999)} ${word()}.p99=${n(1, 9999)} heap=${n(1e6, 4e9)}`,
  ({ n, hex, word }) =>
    `pulled image registry.example.com/${word()}/${word()}@sha256:${hex(32)}${hex(32)} in ${n(1, 90)}.${n(0, 99)} s`,
];

/** Lines with a code, in all its forms and in several languages. */
export const loud = [
  ({ n }) => `ERROR [net] recv on ${n(1, 9999)} failed: [WinError 10054] existing connection was forcibly closed`,
  ({ n }) => `ERROR [db] connect to 10.0.${n(0, 255)}.${n(2, 240)}:5432 failed: error 10061`,
  ({ n, word }) => `ERROR [mail] SocketException (10060): timed out host=${word()}${n(1, 40)}.example.net:25`,
  ({ n }) =>
    `WARN  [sync] send: WSAECONNABORTED, error 10053, peer=10.1.${n(0, 255)}.${n(1, 99)}:443 after ${n(0, 1e6)} bytes`,
  ({ n, word }) => `dial tcp ${word()}.internal:${n(1024, 9999)}: connectex: the target machine actively refused it`,
  ({ n, hex }) => `call ${hex(8)} returned hr=0x80072746 after ${n(1, 900)} retries`,
  ({ n, word }) => `OSError: [WinError 10048] ${word()} ${n(1, 9999)}: only one usage of each socket address`,
  ({ n, word }) => `${word()}: der Zielcomputer die Verbindung verweigerte (os error 10061), Versuch ${n(1, 99)}`,
];

const words =
  "account agent archive batch billing bridge buffer catalog channel cluster config console content counter customer device dispatch document export feature filter gateway group handler image index inventory invoice journal ledger library listener loader manager market media member message metric module monitor notice order package parser partition payment planner policy portal process profile project queue record region release render replica report resource review router sample schedule search segment sensor session shard snapshot stage storage stream summary supply support table tenant ticket token tracker transfer update upload user vendor version video view volume warehouse web widget window worker zone".split(
    " ",
  );

/** What the kinds of line are given; `random` gives numbers in [0, 1). */
export function createParts(random) {
  const n = (from, to) => from + Math.floor(random() * (to - from + 1));
  const hex = (digits) => {
    let text = "";
    while (text.length < digits) text += n(0, 0xffff).toString(16).padStart(4, "0");
    return text.slice(0, digits);
  };
  return {
    n,
    hex,
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    word: () => words[n(0, words.length - 1)],
    date: new Date(0),
  };
}
