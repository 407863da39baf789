import type { Operation } from "../catalogue/entry.ts";
import { beforeCall, callOfGo } from "../line/stack-frame.ts";

const module = "(?:[\\w.@-]{1,60}/{1,2})?";
/** A call in the sockets of Java, .NET or Go: "at sun.nio.ch.SocketDispatcher.read0(", "at System.Net.Sockets.Socket.Send(". */
const ofSockets = new RegExp(
  `^(?:${beforeCall}${module}(?:sun\\.nio\\.ch|java\\.net|System\\.Net\\.Sockets)\\.([\\w.$<>]{1,160})|(?:net|internal/poll)\\.\\(\\*?\\w{1,40}\\)\\.(\\w{1,60}))`,
);
/** Where .NET's HTTP client connects; its other calls send, wait and read alike. */
const ofHttp = new RegExp(
  `^${beforeCall}System\\.Net\\.Http\\.(?:ConnectHelper|HttpConnectionPool)\\.[\\w.<>\`]{0,80}Connect`,
);
/** Further calls of the platform, which show no operation. */
const ofPlatform = new RegExp(
  `^(?:${beforeCall}${module}(?:sun|java|javax|jdk|System|Microsoft|io\\.netty|TCP|Pipe|Socket|Server|process)\\.|(?:net|io|bufio|syscall|runtime|crypto|internal)[./])`,
);
const isCall = new RegExp(`^(?:${beforeCall}|${callOfGo})`);

// A word of a name begins with a capital or behind no letter: "Thread" reads nothing.
const words: readonly (readonly [Operation, RegExp])[] = [
  ["connect", /Connect(?!ion|ed|or)|(?<![A-Za-z])(?:connect(?!ion|ed|or)|dial)/],
  ["accept", /Accept|(?<![A-Za-z])accept/],
  ["bind", /Bind|(?<![A-Za-z])bind/],
  ["send", /Send|Write|(?<![A-Za-z])(?:send|write)/],
  ["receive", /Receive|Read(?!y|er)|(?<![A-Za-z])(?:receive|read|recv)(?!y|er)/],
];

/** Node's own functions, which end its requests. */
const ofNode: readonly (readonly [Operation, RegExp])[] = [
  ["connect", /^\s{1,32}at (?:(?:TCP|Pipe)ConnectWrap\.afterConnect|internalConnect\b)/],
  ["receive", /^\s{1,32}at (?:TCP|Pipe|TLSWrap)\.onStreamRead\b/],
  ["send", /^\s{1,32}at (?:WriteWrap\.onWriteComplete|afterWriteDispatched|writeGeneric)\b/],
  ["listen", /^\s{1,32}at Server\.setupListenHandle\b/],
];

/** Python's own functions, the last ones before an exception: `File "…\\socket.py", line 706, in readinto`. */
const ofPython =
  /^\s{1,32}File "[^"]{0,512}[\\/](?:socket|ssl|windows_events|selector_events|proactor_events)\.py", line \d{1,6}, in (\w{1,64})/;
const pythonWords: readonly (readonly [Operation, RegExp])[] = [
  ["connect", /^(?:create_connection|(?:_?sock_|finish_|_real_|_)?connect(?:_ex)?)$/],
  ["accept", /^(?:finish_|sock_|_)?accept(?:_coro)?$/],
  ["send", /^(?:finish_|sock_|_)?(?:send(?:all|to|file)?|write)$/],
  ["receive", /^(?:finish_|sock_)?(?:recv(?:from)?(?:_into)?|read(?:into|line)?)$/],
];

/** Returns the operation that a line of a traceback of Python shows, or null. */
export function operationOfTraceback(line: string): Operation | null {
  const called = ofPython.exec(line)?.[1];
  return (called !== undefined && pythonWords.find(([, pattern]) => pattern.test(called))?.[0]) || null;
}

/**
 * Returns the operation that a line of a stack shows, null where it is one of the program's own, which could mean anything
 * by its words, and undefined where the next line may still show one.
 */
export function operationOfFrame(line: string): Operation | null | undefined {
  const [, named, ofGo] = ofSockets.exec(line) ?? [];
  const call = named ?? ofGo;
  for (const [operation, pattern] of call === undefined ? ofNode : words) {
    if (pattern.test(call ?? line)) return operation;
  }
  if (ofHttp.test(line)) return "connect";
  return call === undefined && isCall.test(line) && !ofPlatform.test(line) ? null : undefined;
}
