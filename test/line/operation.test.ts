import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operationOf } from "../../src/line/operation.ts";
import { toBytes } from "../../src/text/byte-string.ts";
import { byteLines } from "./byte-lines.ts";
import { findingsIn } from "./marked.ts";

const rows: readonly (readonly [line: string, operation: string | null])[] = [
  ["connect() failed: «10065»", "connect"],
  ["dial tcp 10.0.0.5:5432: connectex: «A connection attempt failed|10060»", "connect"],
  ["read tcp 10.0.0.1:5000->10.0.0.5:443: wsarecv: «An existing connection was forcibly closed|10054»", "receive"],
  ["write tcp 10.0.0.1:5000->10.0.0.5:443: wsasend: «An established connection was aborted|10053»", "send"],
  ["listen tcp 0.0.0.0:80: bind: «Only one usage of each socket address|10048»", "bind"],
  ["listen tcp 0.0.0.0:80: «10013»", "listen"],
  ["bind() to 0.0.0.0:80 failed («10013»: forbidden)", "bind"],
  ["Error accepting client: «10024»", "accept"],
  ["AcceptEx returned «10038»", "accept"],
  ["debug1: WSARecvCompletionCB - error:«10054», received:0", "receive"],
  ["Unable to read data from the transport connection: «10054»", "receive"],
  [
    "Unable to read data from the transport connection: A connection attempt failed because the «connected party did not|10060»",
    "receive",
  ],
  ["Unable to write data to the transport connection: «10053»", "send"],
  ["Socket error «10035» on connect", "connect"],
  ["at Net.Socket.BeginConnect(EndPoint e) SocketException («10065»)", "connect"],
  ["at Net.NetworkStream.Read(Byte[] b) SocketException («10054»)", "receive"],
  ["socket.connect_ex returned «10056»", "connect"],
  ["TCP receive error: «10060», trying to reconnect", "receive"],
  ["connected to db, then recv failed «10054», will send again", "receive"],
  ["发送失败 «10054»", "send"],
  ["接收数据失败，错误 «10054»", "receive"],
  ["绑定端口失败 «10013»", "bind"],
  ["«A request to send or receive data was disallowed|10058»", null],
  ["SocketException («10061»)", "connect"],
  ["send mail failed: «10061»", "connect"],
  ["could not connect: «11001»", "resolve"],
  ["socket error «10048»", "bind"],
  ["sendto: «10093»", "send"],
  ["error «10093»", "startup"],
  ["WSAStartup failed: «10091»", "startup"],
  ["socket error «10060»", null],
  ["thread pool is ready, disconnected: «10054»", null],
];

// What is a word, and how near it stands.
const edges: readonly (readonly [line: string, operation: string | null])[] = [
  ["WSASEND «10054»", "send"],
  ["xSENDRecv «10054»", "receive"],
  ["SENDrecv «10054»", null],
  ["SEND«N|10054»D recv", "receive"],
  ["sen«d|10054»", null],
  ["recv send«d|10054»ing", "receive"],
  ["R«E|10054»ad then send", "send"],
  ["«10054»send recv", "send"],
  ["«10054» recv, send", "receive"],
  [`recv${"-".repeat(30)}«10054»send`, "receive"],
  [`recv${"-".repeat(31)}«10054»send`, "send"],
  ["«send|10053» failed «10054»", null],
  [`recv ${"-".repeat(511)}«10054»`, null],
  [`recv ${"-".repeat(508)}«10054»`, null],
  [`«10054» ${"-".repeat(155)}recv`, "receive"],
  [`«10054» ${"-".repeat(156)}send`, null],
  ["wsaSTARTup «10054»", "startup"],
  ["send, a connection ATTEMPT «10054»", "connect"],
  ["opening the connection to send «10054»", "send"],
  ["send (connection attempt) 发送 «10054»", "send"],
  ["发送 connect «10054»", "connect"],
  ["connect 发送 «10054»", "send"],
];

describe("the operation that failed", () => {
  test.each([...rows, ...edges])("%s: %s", (line, operation) => {
    const { text, findings } = findingsIn(toBytes(line));
    expect(operationOf(text, findings)).toBe(operation);
  });

  test("a line without findings has none", () => {
    expect(operationOf("connect failed", [])).toBeNull();
  });

  test("no line and no position makes it throw", () => {
    fc.assert(
      fc.property(byteLines, fc.nat(40), fc.nat(40), (line, start, length) => {
        const finding = { code: 10054, name: "", form: "decimal", confidence: "certain", text: "" } as const;
        operationOf(line, [{ ...finding, start, end: start + length }]);
      }),
    );
  });
});
