import { expect, test } from "vitest";
import { spellingsOf } from "../../../src/recognise/messages/spellings.ts";
import { createRecognise } from "../../../src/recognise/recognise.ts";
import { toBytes } from "../../../src/text/byte-string.ts";

const recognise = createRecognise();
const codesIn = (line: string) => recognise(toBytes(line)).map(({ code }) => code);

test.each([
  ["Russian in capitals", "УДАЛЕННЫЙ ХОСТ ПРИНУДИТЕЛЬНО РАЗОРВАЛ СУЩЕСТВУЮЩЕЕ ПОДКЛЮЧЕНИЕ", 10054],
  ["a Russian sentence from its first letter on", "Этот хост неизвестен", 11001],
  ["a Russian sentence in lower case", "ошибка: этот хост неизвестен", 11001],
  ["French in capitals", "UNE CONNEXION EXISTANTE A DÛ ÊTRE FERMÉE PAR L'HÔTE DISTANT", 10054],
  ["Polish in capitals", "POŁĄCZENIE ZOSTAŁO GWAŁTOWNIE ZAMKNIĘTE PRZEZ ZDALNEGO HOSTA", 10054],
  ["Czech in capitals", "PROTOŽE CÍLOVÝ POČÍTAČ JE AKTIVNĚ ODMÍTL", 10061],
  ["Turkish in capitals, by its own rule", "HEDEF MAKİNE ETKİN OLARAK REDDETTİĞİNDEN", 10061],
  ["Turkish in capitals, by everyone else's", "HEDEF MAKINE ETKIN OLARAK REDDETTIĞINDEN", 10061],
  ["capitals of ASCII letters alone", "PROTOžE CíLOVý POčíTAč JE AKTIVNě ODMíTL", 10061],
  ["Czech without marks", "protoze cilovy pocitac je aktivne odmitl", 10061],
  ["Turkish without marks", "Baglanilan uygun olarak belli bir sure icinde", 10060],
  ["Polish without marks", "POLACZENIE ZOSTALO GWALTOWNIE ZAMKNIETE", 10054],
  ["German without umlauts", "eine ungueltige Zeigeradresse", 10014],
  ["German in Switzerland", "die Verbindung wurde erzwungenermassen vom Remotehost geschlossen", 10054],
  [
    "capitals in JSON's escapes",
    "\\u0425\\u041e\\u0421\\u0422 \\u041f\\u0420\\u0418\\u041d\\u0423\\u0414\\u0418\\u0422\\u0415\\u041b\\u042c\\u041d\\u041e \\u0420\\u0410\\u0417\\u041e\\u0420\\u0412\\u0410\\u041b",
    10054,
  ],
  ["a line break in the sentence", "omdat de doelcomputer\\r\\n  de verbinding actief heeft geweigerd", 10061],
])("%s", (_, line, code) => {
  expect(codesIn(line)).toEqual([code]);
});

test.each([
  "hedef makine kapalı",
  "protože počítač je vypnutý",
  "de verbinding met de doelcomputer is actief",
  "a távoli állomás nem válaszol",
  "tabel: værten kendes ikke",
  "этот хост известен",
])("other words of the language are left alone: %s", (line) => {
  expect(codesIn(line)).toEqual([]);
});

test("a fragment in ASCII has one spelling, and one of another script none without marks", () => {
  const table = { certain: [], likely: [] };
  expect(spellingsOf("Hedef makine", table)).toEqual(["hedef makine"]);
  expect(spellingsOf("远程主机", table)).toEqual([toBytes("远程主机")]);
  expect(spellingsOf("хост й", table)).toEqual(["хост й", "Хост й", "ХОСТ Й"].map(toBytes));
});
