import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainTerm } from "../../src/catalogue/explain.ts";
import { catalogue, entries } from "../../src/catalogue/index.ts";
import { hexOf, hresultOf, ntstatusOf, signedHresultOf, unsignedHresultOf } from "../../src/catalogue/spelling.ts";
import { editDistance } from "../../src/text/nearest-names.ts";

/** The readings of a term as "how code". */
const read = (term: string, recogniseText?: (text: string) => number[]) =>
  explainTerm(catalogue, term, recogniseText === undefined ? {} : { recogniseText }).readings.map(
    ({ how, entry }) => `${how} ${entry.code}`,
  );

const suggested = (term: string) => explainTerm(catalogue, term).suggestions;

describe("a spelling has one reading", () => {
  test.each([
    ["10054", "decimal 10054"],
    [" 10054 ", "decimal 10054"],
    ["10054L", "decimal 10054"],
    ["-10054", "negative decimal 10054"],
    ["0x2746", "hexadecimal 10054"],
    ["0X0000274C", "hexadecimal 10060"],
    ["2746h", "hexadecimal 10054"],
    ["&H2746", "hexadecimal 10054"],
    ["2746", "hexadecimal 10054"],
    ["274c", "hexadecimal 10060"],
    ["0x80072746", "HRESULT 10054"],
    ["80072746", "HRESULT 10054"],
    ["0xFFFFFFFF80072746", "HRESULT 10054"],
    ["2147952454", "HRESULT 10054"],
    ["-2147014842", "HRESULT 10054"],
    ["0xC0072746", "NTSTATUS 10054"],
    ["3221694278", "NTSTATUS 10054"],
    ["-4077", "libuv number 10054"],
    ["WSAECONNRESET", "macro name 10054"],
    ["wsaEconnReset", "macro name 10054"],
    ["WSANO_ADDRESS", "macro name 11004"],
    ["EDISCON", "macro name 10101"],
    ["ECONNRESET", "POSIX name 10054"],
    ["econnreset", "POSIX name 10054"],
    ["EAGAIN", "libuv name 10035"],
    ["ENOTFOUND", "getaddrinfo name 11001"],
    ["EAI_AGAIN", "getaddrinfo name 11002"],
    ["ConnectionReset", ".NET name 10054"],
    ["SocketError.ConnectionReset", ".NET name 10054"],
    ["System.Net.Sockets.SocketError.TimedOut", ".NET name 10060"],
    ["[WinError 10054]", "decimal 10054"],
    ["(os error 10061)", "decimal 10061"],
    ["error code: 0x274d", "hexadecimal 10061"],
    ["'WSAETIMEDOUT'", "macro name 10060"],
  ])("%j is %s", (term, reading) => {
    expect(read(term)).toEqual([reading]);
  });
});

test("every spelling of every code leads back to it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), ({ code, name, aliases, posix, dotnet, libuv }) => {
      const numbers = [
        code,
        -code,
        hexOf(code),
        hresultOf(code),
        ntstatusOf(code),
        unsignedHresultOf(code),
        signedHresultOf(code),
      ];
      const names = [name, ...aliases, posix, dotnet, libuv?.name, libuv?.number].filter(
        (spelling) => spelling != null,
      );
      for (const spelling of [...numbers, ...names]) {
        expect(explainTerm(catalogue, String(spelling)).readings.map(({ entry }) => entry.code)).toContain(code);
      }
    }),
  );
});

test("nothing that a person types makes it fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (term) => {
      const { readings, suggestions } = explainTerm(catalogue, term);
      expect(readings.length === 0 || suggestions.length === 0).toBe(true);
      expect(new Set(readings.map(({ entry }) => entry.code)).size).toBe(readings.length);
    }),
  );
});

describe("an ambiguous term", () => {
  test("is read as decimal before hexadecimal", () => {
    const ambiguous = { ...entries[0], code: 2746, name: "ACME_BUSY" } as (typeof entries)[number];
    const { readings } = explainTerm(
      { ...catalogue, byCode: (code) => (code === 2746 ? ambiguous : catalogue.byCode(code)) },
      "2746",
    );
    expect(readings.map(({ how, entry }) => [how, entry.code])).toEqual([
      ["decimal", 2746],
      ["hexadecimal", 10054],
    ]);
  });

  test("with one meaning in POSIX and others in libuv has the POSIX one first", () => {
    expect(read("EINVAL")).toEqual(["POSIX name 10022", "libuv name 87", "libuv name 10046"]);
  });
});

test("a code of the whole system says so", () => {
  const win32First = (term: string) => explainTerm(catalogue, term).readings.map((reading) => reading.win32First);
  expect(["6", "8", "87", "995", "996", "997"].map(win32First)).toEqual(Array(6).fill([true]));
  expect(win32First("10054")).toEqual([false]);
});

describe("words", () => {
  test.each([
    ["reset", 10054],
    ["重置", 10054],
    ["timed out", 10060],
    ["timeout", 10060],
    ["超时", 10060],
    ["connection refused", 10061],
    ["refused connection", 10061],
    ["连接被拒绝", 10061],
    ["in use", 10048],
    ["端口 占用", 10048],
    ["防火墙", 10013],
    ["unreachable", 10051],
  ])("%j lead first to %i", (term, code) => {
    expect(read(term)[0]).toBe(`words ${code}`);
  });

  test("in a title go before words in a meaning, and a piece of a word is none", () => {
    const found = read("buffer").map((reading) => Number(reading.split(" ")[1]));
    const inTitle = found.map((code) => /(?<![a-z])buffer/.test(catalogue.byCode(code)?.title.en ?? ""));
    expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false));
    expect(read("eset")).toEqual([]);
  });

  test("must all be there", () => {
    expect(read("reset banana")).toEqual([]);
  });

  test("are searched in the next steps when nothing else has them", () => {
    expect(read("excludedportrange")).not.toEqual([]);
  });
});

describe("a pasted text", () => {
  const message = "An existing connection was forcibly closed by the remote host.";

  test("is read by those who know messages", () => {
    expect(read(message, (text) => (text === message ? [10054, 1, 10054] : []))).toEqual(["message 10054"]);
  });

  test("gives its numbers and names when they know none", () => {
    expect(read("10061 or WSAETIMEDOUT")).toEqual(["decimal 10061", "macro name 10060"]);
    expect(read("send failed: 0x80072746", () => [])).toEqual(["HRESULT 10054"]);
  });

  test("keeps its small numbers to itself", () => {
    expect(read("8 banana 6")).toEqual([]);
  });
});

describe("what is no Winsock code", () => {
  test.each(["99999", "0", "-1", "0xdeadbeef", "0x80004005", "0x", "10054.5", "1e4", "banana", "", "   ", "💥"])(
    "%j has no reading",
    (term) => {
      expect(explainTerm(catalogue, term)).toEqual({ readings: [], suggestions: [] });
    },
  );
});

describe("a misspelt name", () => {
  test.each([
    ["WSAECONRESET", "WSAECONNRESET"],
    ["WSAECONNRESTE", "WSAECONNRESET"],
    ["WSACONNREFUSED", "WSAECONNREFUSED"],
    ["wsaehostunreachable", "WSAEHOSTUNREACH"],
    ["EWOULDBLOK", "EWOULDBLOCK"],
    ["SocketError.ConectionReset", "ConnectionReset"],
  ])("%s suggests %s first", (term, name) => {
    expect(read(term)).toEqual([]);
    expect(suggested(term)[0]).toBe(name);
  });

  test("gets three suggestions at most", () => {
    const counts = entries.map(({ name }) => suggested(`${name.slice(0, -2)}XX`).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });
});

describe("the edit distance", () => {
  test.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "", 3],
    ["abc", "ab", 1],
    ["abc", "acb", 1],
    ["abcd", "badc", 2],
    ["kitten", "sitting", 3],
  ])("of %j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test("is the same both ways, and zero only for the same text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
