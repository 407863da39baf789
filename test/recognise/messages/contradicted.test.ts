import { expect, test } from "vitest";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

const recognise = createRecognise();
const codesIn = (line: string) => recognise(toBytes(line)).map(({ code, form }) => `${code} ${form}`);

test.each([
  ["[WinError 10065] Der Host war bei einem Socketvorgang nicht erreichbar", ["10065 decimal"]],
  ["[WinError 10065] Bei einem Socketvorgang ist der Host nicht erreichbar", ["10065 decimal"]],
  ["connect: No connection could be made because the target machine said no (os error 10060)", ["10060 decimal"]],
  ["SocketException (10053): An existing connection was forcibly closed by the gateway", ["10053 decimal"]],
  ["WSAETIMEDOUT: target machine actively refused it", ["10060 macro"]],
  ["HRESULT 0x8007274C, das angeforderte Protokoll wurde nicht akzeptiert", ["10060 hresult"]],
  ["ошибка сокета WSA 10060: конечный компьютер отверг запрос на подключение", ["10060 decimal"]],
])("the number wins over a sentence of another code in: %s", (line, expected) => {
  expect(codesIn(line)).toEqual(expected);
});

test.each([
  [
    "socket error 10060; retrying: No connection could be made because the target machine actively refused it",
    ["10060 decimal", "10061 message"],
  ],
  [
    "SocketException (10060) ---> IOException: An existing connection was forcibly closed by the remote host",
    ["10060 decimal", "10054 message"],
  ],
  [
    "[WinError 10060] connected party did not properly respond, target machine actively refused it",
    ["10060 decimal", "10060 message", "10061 message"],
  ],
  ["[WinError 10061] target machine actively refused it", ["10061 decimal", "10061 message"]],
  ["port 10060: target machine actively refused it", ["10061 message"]],
])("both stay where each is a failure of its own, in: %s", (line, expected) => {
  expect(codesIn(line)).toEqual(expected);
});
