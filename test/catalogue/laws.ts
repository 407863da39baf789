import type { Entry, Retryable, Text } from "../../src/catalogue/entry.ts";

/** A rule that all rows keep: what breaks it, and a change to two rows that must not go unnoticed. */
export interface Law {
  readonly broken: (entries: readonly Entry[]) => string[];
  readonly spoil: (one: Entry, other: Entry) => readonly [Entry, Entry];
}

/** What every row of the catalogue must keep, by the sentence that says it. */
export const laws: Readonly<Record<string, Law>> = {
  "a code stands once": {
    broken: (entries) => repeated(entries.map(({ code }) => [String(code), code])),
    spoil: (one, other) => [one, { ...other, code: one.code }],
  },
  "a macro name or alias stands once and looks like a macro of Winsock": {
    broken: (entries) => [
      ...repeated(entries.flatMap(({ code, name, aliases }) => [name, ...aliases].map((macro) => [macro, code]))),
      ...entries.flatMap(({ name, aliases }) => [name, ...aliases].filter((macro) => !/^WSA[A-Z_]+$/.test(macro))),
    ],
    spoil: (one, other) => [one, { ...other, aliases: [one.name] }],
  },
  "a .NET member belongs to one code and is a member of SocketError": {
    broken: (entries) => [
      ...repeated(entries.flatMap(({ code, dotnet }) => (dotnet === null ? [] : [[dotnet, code]]))),
      ...entries.flatMap(({ dotnet }) => (dotnet === null || SOCKET_ERROR.has(dotnet) ? [] : [dotnet])),
    ],
    spoil: (one, other) => [one, { ...other, dotnet: "ConectionReset" }],
  },
  "a POSIX name belongs to one code": {
    broken: (entries) => repeated(entries.flatMap(({ code, posix }) => (posix === null ? [] : [[posix, code]]))),
    spoil: (one, other) => [one, { ...other, posix: one.posix ?? "ECONNRESET" }],
  },
  "a libuv name always has the same number, a negative one": {
    broken: (entries) => {
      const numbers = new Map<string, number>();
      return entries.flatMap(({ code, libuv }) => {
        if (libuv === null) return [];
        const first = numbers.get(libuv.name) ?? libuv.number;
        numbers.set(libuv.name, first);
        return libuv.number === first && first < -3000 && first > -4096
          ? []
          : [`${code}: ${libuv.name} ${libuv.number}`];
      });
    },
    spoil: (one, other) => [one, { ...other, libuv: { name: "ECONNRESET", number: 4077 } }],
  },
  "every cause has the address of a page that bears it out": {
    broken: (entries) =>
      entries.flatMap(({ code, advice }) =>
        advice.filter(({ source }) => !isPage(source)).map(({ cause }) => `${code}: ${cause.en}`),
      ),
    spoil: (one, other) => [one, { ...other, advice: other.advice.map(({ source: _, ...rest }) => rest) }],
  },
  "no text is empty or carries loose blanks": {
    broken: (entries) => both(entries, (text) => text !== text.trim() || text === "" || /\s\s|[\n\t]/.test(text)),
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, zh: "" } }],
  },
  "Chinese is written in Chinese and English in English": {
    broken: (entries) =>
      broken(entries, ({ en, zh }) => !HAN.test(zh) || HAN.test(en) || /[\u3000-\u303f\uff00-\uffef]/.test(en)),
    spoil: (one, other) => [one, { ...other, title: { en: other.title.en, zh: other.title.en } }],
  },
  "Chinese stands apart from Latin words and has its own punctuation": {
    broken: (entries) =>
      both(entries, (text) => {
        const prose = text.replace(/`[^`]*`/g, "code");
        return /\p{Script=Han}[a-z\d`]|[a-z\d`]\p{Script=Han}|\p{Script=Han}(?:\s*[,;:!?]|\.)/iu.test(prose);
      }),
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, zh: "调用connect时失败。" } }],
  },
  "backquotes are balanced, and hold the same commands in both languages": {
    broken: (entries) => broken(entries, ({ en, zh }) => commands(en) !== commands(zh) || odd(en) || odd(zh)),
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, en: "Run `netstat." } }],
  },
  "both languages ask for the same placeholders": {
    broken: (entries) => broken(entries, ({ en, zh }) => placeholders(en) !== placeholders(zh)),
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, en: "The peer is HOST." } }],
  },
  "a title has two to five words, in lower case, and no full stop": {
    broken: (entries) =>
      entries
        .filter(({ title }) => !/^[a-z]\S*(?: \S+){1,4}(?<!\.)$/.test(title.en) || /。$/.test(title.zh))
        .map(label),
    spoil: (one, other) => [one, { ...other, title: { ...other.title, en: "Failed." } }],
  },
  "a meaning is one to three sentences, with a full stop": {
    broken: (entries) =>
      entries
        .filter(({ meaning: { en, zh } }) => !/^(?:.+?[.?!](?:\s|$)){1,3}$/.test(en) || !/^(?:[^。]+。){1,3}$/.test(zh))
        .map(label),
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, en: "It failed" } }],
  },
  "causes and next steps have no full stop at the end, notes have one": {
    broken: (entries) =>
      texts(entries)
        .filter(({ field }) => field === "cause" || field === "next" || field === "note")
        .filter(({ field, text: { en, zh } }) => [/\.$/.test(en), /。$/.test(zh)].includes(field !== "note"))
        .map(({ at }) => at),
    spoil: (one, other) => [one, { ...other, related: [{ code: one.code, note: { en: "No stop", zh: "没有句号" } }] }],
  },
  "no two codes share a title, a meaning, a cause or a next step": {
    broken: (entries) => {
      const shown = texts(entries).filter(({ field }) => field !== "note");
      return [
        ...repeated(shown.map(({ at, field, text }) => [`${field} ${text.en}`, at])),
        ...repeated(shown.map(({ at, field, text }) => [`${field} ${text.zh}`, at])),
      ];
    },
    spoil: (one, other) => [one, { ...other, meaning: { ...other.meaning, zh: one.meaning.zh } }],
  },
  "there are at least two pieces of advice, none for an operation twice": {
    broken: (entries) =>
      entries
        .filter(
          ({ advice }) =>
            advice.length < 2 || advice.some(({ operations }) => new Set(operations).size < operations.length),
        )
        .map(label),
    spoil: (one, other) => [one, { ...other, advice: other.advice.slice(0, 1) }],
  },
  "what a meaning says of trying again is what its field says": {
    broken: (entries) =>
      entries.flatMap(({ code, meaning: { en, zh }, retryable }) =>
        RETRIES.filter(({ said, values }) => (said.test(en) || said.test(zh)) && !values.includes(retryable)).map(
          ({ said }) => `${code} is ${retryable}, but says ${said.source}`,
        ),
      ),
    spoil: (one, other) => [
      one,
      { ...other, retryable: "yes", meaning: { ...other.meaning, en: "Trying again helps only once the peer is up." } },
    ],
  },
  "a code is information exactly where its meaning says that nothing failed": {
    broken: (entries) =>
      entries
        .filter(({ meaning, severity }) => /^Not (?:a failure|fatal)/.test(meaning.en) !== (severity === "info"))
        .map(label),
    spoil: (one, other) => [one, { ...other, severity: "info" }],
  },
  "a number that Windows only lists, and what helps by itself, is not critical": {
    broken: (entries) =>
      entries
        .filter(({ severity }) => severity === "critical")
        .filter(
          ({ code, meaning, retryable }) => ONLY_LISTED.test(meaning.en) || (retryable === "yes" && code !== 10091),
        )
        .map(label),
    spoil: (one, other) => [one, { ...other, severity: "critical" }],
  },
  "a command for another machine is given for Linux and for Windows, unless only one of them can be meant": {
    broken: (entries) =>
      entries.flatMap(({ code, advice }) =>
        advice
          .filter(({ next }) => /\bon (?:HOST|the (?:target|server|receiver))\b/i.test(next.en))
          .filter(({ next }) => /`(?:Get-|netstat|netsh|sc |tasklist|Test-)/.test(next.en) && !/Windows/.test(next.en))
          .map(({ next }) => `${code}: ${next.en}`),
      ),
    spoil: (one, other) => {
      const next: Text = { en: "On HOST run `netstat -ano`", zh: "在 HOST 上运行 `netstat -ano`" };
      return [one, { ...other, advice: other.advice.map((advice) => ({ ...advice, next })) }];
    },
  },
  "a status of ICMP is explained at the code of its number": {
    broken: (entries) =>
      entries.flatMap(({ code, advice }) =>
        advice
          .flatMap(({ cause }) => [cause.en, cause.zh])
          .flatMap((text) => text.match(/\bIP_[A-Z_]+/g) ?? [])
          .filter((name) => ICMP.has(name) && ICMP.get(name) !== code)
          .map((name) => `${code}: ${name}`),
      ),
    spoil: (one, other) => {
      const icmp: Text = {
        en: "To ping it is `IP_DEST_HOST_UNREACHABLE`",
        zh: "对 ping 来说是 `IP_DEST_HOST_UNREACHABLE`",
      };
      return [one, { ...other, code: 11001, advice: [{ operations: [], cause: icmp, next: icmp }, ...other.advice] }];
    },
  },
  "related codes exist, once each, and are others": {
    broken: (entries) => {
      const known = new Set(entries.map(({ code }) => code));
      return entries.flatMap(({ code, related }) => [
        ...repeated(related.map((other) => [`${code} and ${other.code}`, code])),
        ...related
          .filter((other) => other.code === code || !known.has(other.code))
          .map((other) => `${code}: ${other.code}`),
      ]);
    },
    spoil: (one, other) => [one, { ...other, related: [{ code: other.code, note: { en: "Itself.", zh: "自己。" } }] }],
  },
};

interface Place {
  readonly at: string;
  readonly field: "title" | "meaning" | "cause" | "next" | "note";
  readonly text: Text;
}

function texts(entries: readonly Entry[]): Place[] {
  return entries.flatMap(({ code, title, meaning, advice, related }): Place[] => [
    { at: `${code} title`, field: "title", text: title },
    { at: `${code} meaning`, field: "meaning", text: meaning },
    ...advice.flatMap(({ cause, next }, i): Place[] => [
      { at: `${code} cause ${i}`, field: "cause", text: cause },
      { at: `${code} next ${i}`, field: "next", text: next },
    ]),
    ...related.map((other): Place => ({ at: `${code} note on ${other.code}`, field: "note", text: other.note })),
  ]);
}

const broken = (entries: readonly Entry[], isBroken: (text: Text) => boolean): string[] =>
  texts(entries)
    .filter(({ text }) => isBroken(text))
    .map(({ at }) => at);

const both = (entries: readonly Entry[], isBroken: (text: string) => boolean): string[] =>
  broken(entries, ({ en, zh }) => isBroken(en) || isBroken(zh));

const repeated = (owners: readonly (readonly [what: string, where: string | number])[]): string[] =>
  owners
    .filter(([what], i) => owners.findIndex(([other]) => other === what) < i)
    .map(([what, where]) => `${where}: ${what}`);

const label = ({ code, name }: Entry): string => `${code} ${name}`;

const odd = (text: string): boolean => text.split("`").length % 2 === 0;

const commands = (text: string): string => (text.match(/`[^`]+`/g) ?? []).sort().join();

const placeholders = (text: string): string => [...new Set(text.match(/\b(?:HOST|PORT|PID)\b/g))].sort().join();

const ONLY_LISTED =
  /no (?:function|current Winsock function|Winsock function)|do not return it|merely defines|in name only|only reserves/;

/** What meanings say of trying again, and the values of `retryable` that do not contradict it. */
const RETRIES: readonly { readonly said: RegExp; readonly values: readonly Retryable[] }[] = [
  { said: /trying again (?:does|will) not help|trying again changes nothing|waiting does not help/i, values: ["no"] },
  {
    said: /(?:same call|same call on \S+ \S+) will (?:fail again|never)|must not be repeated|is pointless/i,
    values: ["no"],
  },
  {
    said: /(?:trying again|waiting) (?:helps|succeeds) only|passes (?:only )?when|otherwise the owner must/i,
    values: ["elsewhere"],
  },
  {
    said: /(?:succeeds|succeed) (?:again )?once|once the (?:host|link|route)|stays (?:so )?until the (?:service|config)/i,
    values: ["elsewhere"],
  },
  {
    said: /(?:it|that) (?:can|may) pass by itself|retry some time later can|trying again later can|new one (?:can|may)/i,
    values: ["yes"],
  },
  { said: /重试(?:没有用|无效|无用|也不会成功)/, values: ["no"] },
  { said: /稍后重试可能成功|自行(?:消失|恢复)/, values: ["yes"] },
];

/** Numbers of ipexport.h, for the codes that Winsock shares with the ICMP functions. */
const ICMP = new Map([
  ["IP_BUF_TOO_SMALL", 11001],
  ["IP_DEST_NET_UNREACHABLE", 11002],
  ["IP_DEST_HOST_UNREACHABLE", 11003],
  ["IP_DEST_PROT_UNREACHABLE", 11004],
  ["IP_DEST_PORT_UNREACHABLE", 11005],
  ["IP_NO_RESOURCES", 11006],
  ["IP_BAD_OPTION", 11007],
  ["IP_HW_ERROR", 11008],
  ["IP_PACKET_TOO_BIG", 11009],
  ["IP_REQ_TIMED_OUT", 11010],
  ["IP_BAD_REQ", 11011],
  ["IP_BAD_ROUTE", 11012],
  ["IP_TTL_EXPIRED_TRANSIT", 11013],
  ["IP_TTL_EXPIRED_REASSEM", 11014],
  ["IP_PARAM_PROBLEM", 11015],
  ["IP_SOURCE_QUENCH", 11016],
  ["IP_OPTION_TOO_BIG", 11017],
  ["IP_BAD_DESTINATION", 11018],
  ["IP_NEGOTIATING_IPSEC", 11032],
]);

const HAN = /\p{Script=Han}/u;

// The members that stand for a code of Winsock, from System.Net.Sockets.
const SOCKET_ERROR = new Set(
  `AccessDenied AddressAlreadyInUse AddressFamilyNotSupported AddressNotAvailable AlreadyInProgress ConnectionAborted
   ConnectionRefused ConnectionReset DestinationAddressRequired Disconnecting Fault HostDown HostNotFound HostUnreachable
   InProgress Interrupted InvalidArgument IOPending IsConnected MessageSize NetworkDown NetworkReset NetworkUnreachable
   NoBufferSpaceAvailable NoData NoRecovery NotConnected NotInitialized NotSocket OperationAborted OperationNotSupported
   ProcessLimit ProtocolFamilyNotSupported ProtocolNotSupported ProtocolOption ProtocolType Shutdown SocketNotSupported
   SystemNotReady TimedOut TooManyOpenSockets TryAgain TypeNotFound VersionNotSupported WouldBlock`.split(/\s+/),
);

/** Whether it is an address of the public web without a locale or a query. */
function isPage(source = ""): boolean {
  return /^https:\/\/[a-z0-9.-]+\.[a-z]+\/\S+$/.test(source) && !/\/[a-z]{2}-[a-z]{2}\/|\?/.test(source);
}
