import { expect, test } from "vitest";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

const recognise = createRecognise();
const codesIn = (line: string) => recognise(line).map(({ code }) => code);

test.each([
  ["French with question marks", "une connexion existante a d? ?tre ferm?e par l'h?te distant", 10054],
  ["German with two question marks a letter", "wurde erzwungenerma??en vom Remotehost geschlossen", 10054],
  ["Portuguese with replacement characters", "uma conex\ufffdo existente pelo host remoto", 10054],
  ["Polish with replacement characters", "po\ufffd\ufffdczona strona nie odpowiedzia\ufffda", 10060],
  ["Spanish that was encoded twice", "socket: la direcciÃ³n solicitada no es vÃ¡lida en", 10049],
  ["Turkish that was encoded twice", "Hedef makine etkin olarak reddettiÄŸinden", 10061],
  ["Russian that was encoded twice", "ÐºÐ¾Ð½ÐµÑ‡Ð½Ñ‹Ð¹ ÐºÐ¾Ð¼Ð¿ÑŒÑŽÑ‚ÐµÑ€ Ð¾Ñ‚Ð²ÐµÑ€Ð³", 10061],
  ["Chinese that was encoded twice", "ç”±äºŽç›®æ ‡è®¡ç®—æœºç§¯æž\u0081æ‹’ç»\u009d", 10061],
  ["Chinese in its code page", "Ô¶³ÌÖ÷»úÇ¿ÆÈ¹Ø±ÕÁËÒ»¸öÏÖÓÐµÄÁ¬½Ó¡£", 10054],
  ["Russian in its code page", "Óäàëåííûé õîñò ïðèíóäèòåëüíî ðàçîðâàë ñóùåñòâóþùåå", 10054],
  ["Spanish with its letters left out", "forzado la interrupcin de una conexin", 10054],
  ["French with its letters as entities", "car l&#39;h&#244;te de destination &#233;tait", 10064],
  ["French with its letters as hexadecimal entities", "car l&#x27;h&#xf4;te de destination &#xe9;tait", 10064],
  ["French with its letters as named entities", "car l&rsquo;h&ocirc;te de destination &eacute;tait", 10064],
  ["German with the name of its sharp s", "wurde erzwungenerma&szlig;en vom Remotehost geschlossen", 10054],
  ["Portuguese with named entities", "uma conex&atilde;o existente pelo host remoto", 10054],
  ["Polish that was taken for Latin-1", toBytes("połączona strona nie odpowiedziała"), 10060],
  ["French with its apostrophes doubled", "car l''hôte de destination était", 10064],
  ["Portuguese of a window in a console", "Foi forþado o cancelamento de uma conexÒo existente pelo host", 10054],
  [
    "French of a console in a window",
    "une connexion existante a d– ^tre ferm‚e par l'h“te; car l'h“te de destination ‚tait",
    10064,
  ],
  ["Polish in its code page", "po³¹czona strona nie odpowiedzia³a", 10060],
  ["Turkish in its code page", "her yuva adresi (iletiþim kuralý/að adresi)", 10048],
])("a damaged sentence is read: %s", (_, line, code) => {
  expect(codesIn(toBytes(line))).toEqual([code]);
});

test("letters that are one byte of a code page are read as well as those of UTF-8", () => {
  expect(codesIn("eine Verbindung wurde erzwungenerma\xdfen vom Remotehost geschlossen")).toEqual([10054]);
});

test.each([
  "?????????? ???????? ????????",
  "wer ist der Remotehost? geschlossen",
  "ÐºÐ¾Ð½ÐµÑ‡Ð½Ñ‹Ð¹ ÐºÐ¾Ð¼Ð¿ÑŒÑŽÑ‚ÐµÑ€",
  "Ô¶³ÌÖ÷»ú",
  "Windows Sockets: WSACancelBlockingCall was removed",
  "??? Windows Sockets ??? WSARecv ? WSARecvFrom",
])("too little is left of: %s", (line) => {
  expect(codesIn(toBytes(line))).toEqual([]);
});
