import { describe, expect, test } from "vitest";
import { entries } from "../../src/catalogue/index.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { toBytes } from "../../src/text/byte-string.ts";

const recognise = createRecognise();
const codesIn = (line: string): number[] => recognise(toBytes(line)).map(({ code }) => code);

describe("one error, many spellings", () => {
  test.each([
    "WSAECONNRESET",
    "error 10054 on socket",
    "[WinError 10054] x",
    "os error 10054",
    "SocketException (10054): x",
    "recv hr=0x80072746",
    "connect code -2147014842",
    "socket err=0x2746",
    "recv failed: 10054",
    "recv: 10054",
    "wsarecv: 10054",
    "WSARecv() failed (10054: FormatMessage() error:(15105)) while reading",
    "read UDP: Unknown error (code=10054)",
    "ConnectionResetError(10054, 'x')",
    "error: (10054L, 'Connection reset by peer')",
    '{"syscall":"read","errno":10054}',
    '{"message":"socket read failed","code":10054}',
    "Os { code: 10054, kind: ConnectionReset }",
    "(OS 10054)x: AH01102: error reading status line",
    "Socket Error # 10054",
    "last error=0x2746 in WSASendTo",
    "64-bit Windows Error: 10054: Unknown error",
    "nErrorCode=10054 in CAsyncSocket::OnReceive",
    "Error number -10054 occurred",
    "hr=2147952454 while receiving",
    "NTSTATUS = 0xC0072746",
    "连接失败，错误代码：10054",
    "OS 错误10054",
    "Fehler 10054 beim Empfangen",
    "Ошибка соединения: 10054",
    "[10054] Connection reset by peer",
    "10054 (WSAECONNRESET)",
    "NativeErrorCode : 10054",
    "(SI_ECONN_BROKEN/10054; I4; ST; 10.0.0.1:3300)",
    "read: system:10054",
    'function "recv". Protocol specific error code(s): "10054", "*", "0".',
    "ZBX_TCP_READ() failed: [0x00002746] x",
    "server closed the connection (0x00002746/10054)",
    "Msg 10054, Level 20, State 0, Line 0",
    "      ErrorCode=10054",
    "setsockopt(TCP_NODELAY): 10054",
    "connect() -> 10054",
    "error while receiving from the peer: 10054",
    "an operating system 10054 error while connecting",
    "Winsock chyba 10054",
    '(-15,570:10054 "WinSock: Connection reset")',
    "`10054`（Connection reset by peer）",
    "Run-time error '10054': Connection reset by peer",
    "return code from TCP/IP is 10054 (error)",
    "[db]:29500 error 10054",
    "<Value>2147952454</Value>",
  ])("gives 10054: %s", (line) => {
    expect(new Set(codesIn(line))).toEqual(new Set([10054]));
  });
});

describe("numbers that are something else", () => {
  test.each([
    "listening on 10050",
    "Error 10054 : the paper tray is empty",
    "printer error 10060: paper jam",
    "refused=10061 failed=10013 connections",
    "CMSG_CONNECT 10053 (0x2745)",
    "message too large (code 400, error code 10054)",
    "2026-01-02 03:04:05.678 ERROR 10054 connect",
    "Winsock port 10054",
    "failed to bind to port 10048",
    "connect to 10.0.0.5:10061 refused",
    "sshd[10054]: connection reset",
    "worker pid=10054 exited with error, connection lost",
    "took 10054 ms, connection timed out after 10060 milliseconds",
    "Windows build 10049, version 10.0.10049, connection error",
    "{80072746-2746-1005-4100-000000010054}",
    "GET http://host/errors/10054?code=10054 connect timeout",
    "2026-10-05 12:00:00.995 ERROR 10054 --- [main] connection lost",
    "[error] 10054#10060: *10061 connect() failed (111: Connection refused)",
    "error 6",
    "error 87",
    "ReadFile failed with error 995",
    "[WinError 6] The handle is invalid",
    "SocketException (6): No such device or address",
    "FAILED: SemanticException [Error 10043]: no columns, connection closed",
    "DiscordAPIError[10062]: Unknown interaction, connect again",
    "order failed, retcode=10013, connection ok",
    "Destination host unreachable (ICMP error # 11003)",
    "JetStream API error: connection err_code=10059",
    "rx errors 10054, connections refused: 10061",
    "passed: 10038, failed: 10054, connect: 3",
    "too many open files (10024 clients connected)",
    "epc : 80072746 ra : 80072710 [<80072734>] tcp_connect+0x10",
    "E10054 MY10054 10054x 0x27460 100540 1.10054",
    "TRADE_RETCODE_INVALID = 10013",
    "conn=10054 op=3 RESULT err=32",
    "KeyError: 10054",
    '{"errno":10013,"errmsg":"invalid sign"}',
    "exit code 10054 from the connection",
  ])("gives nothing: %s", (line) => {
    expect(codesIn(line)).toEqual([]);
  });

  test("a counter behind an error is not one", () => {
    expect(codesIn("recv error 10054 after 3 tries, n=997")).toEqual([10054]);
  });

  test("a port with the error's own number stays bare", () => {
    const line = "port 10061: No connection could be made because the target machine actively refused it";
    expect(recognise(line).map(({ form }) => form)).toEqual(["message"]);
  });

  test("a port beside an error is not one", () => {
    expect(codesIn("172.18.0.2:10069: socket error 10054")).toEqual([10054]);
  });
});

describe("Win32 codes", () => {
  test.each([
    ["WSAGetLastError() = 6", 6, "WSA_INVALID_HANDLE"],
    ["WSAIoctl failed, WSAGetLastError: 87", 87, "WSA_INVALID_PARAMETER"],
    ["Winsock error 8", 8, "WSA_NOT_ENOUGH_MEMORY"],
    ["SocketException (995): aborted", 995, "WSA_OPERATION_ABORTED"],
    ["udp receive terminal err=997", 997, "WSA_IO_PENDING"],
  ])("count where the line speaks of sockets: %s", (line, code, name) => {
    expect(recognise(line)).toMatchObject([{ code, name, form: "decimal" }]);
  });
});

describe("options", () => {
  test("POSIX names count only where the line shows Windows, or when asked for", () => {
    expect(recognise("read ECONNRESET")).toEqual([]);
    expect(createRecognise({ posixNames: true })("read ECONNRESET")).toMatchObject([
      { code: 10054, form: "posix-name" },
    ]);
  });

  test("strict keeps what the spelling proves", () => {
    const strict = createRecognise({ strict: true });
    expect(strict("error 10054 on socket")).toEqual([]);
    expect(strict("[WinError 10054] x")).toMatchObject([{ code: 10054, confidence: "certain" }]);
  });

  test("names come from the catalogue that is given, and a code that it lacks is not found", () => {
    const reset = entries.filter(({ code }) => code === 10054).map((entry) => ({ ...entry, name: "MY_RESET" }));
    const own = createRecognise({ catalogue: reset });
    expect(own("os error 10054 then os error 10061")).toMatchObject([{ code: 10054, name: "MY_RESET" }]);
  });
});

test("the longer spelling wins where two overlap", () => {
  expect(recognise("failed: 0x80072746 (10054)").map(({ form, text }) => [form, text])).toEqual([
    ["hresult", "0x80072746"],
    ["decimal", "10054"],
  ]);
});
