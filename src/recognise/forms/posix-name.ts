import { codeOfPosixName } from "../codes.ts";
import type { Line } from "../line.ts";
import { type Match, matchesOf } from "../match.ts";
import type { RecogniseOptions, Recogniser } from "../recogniser.ts";

/** The POSIX name of the same error, where the line shows Windows: `ECONNRESET` beside libuv's -4077. */
export const posixName: Recogniser<"posix-name"> = {
  form: "posix-name",
  literals: [...codeOfPosixName.keys()],
  find,
  samples: {
    match: [
      ['{"code":"ECONNRESET","errno":-4077,"syscall":"read"}', 10054],
      ["connect ECONNREFUSED 127.0.0.1:3000 at C:\\app\\index.js:12", 10061],
      ["listen EACCES: permission denied 0.0.0.0:80, errno: -4092", 10013],
    ],
    ignore: [
      "Error: read ECONNRESET",
      "EACCES: permission denied, open 'C:\\Users\\me\\x.txt', errno: -4092",
      "connect ECONNREFUSED 127.0.0.1:3000 (errno -111)",
      "WECONNRESET in C:\\logs",
    ],
  },
};

/** The look-behind comes after the `E`, which is found fast. */
const NAME = /E(?<![A-Za-z0-9_]E)[A-Z]{3,}(?:_[A-Z]+)?(?![A-Za-z0-9_])/g;

/** Names of errors of files, pipes and memory too: they count only beside the socket call that failed. */
const NOT_ONLY_SOCKETS: ReadonlySet<string> = new Set(
  "EACCES EAGAIN EBADF ECANCELED EDQUOT EFAULT EINTR EINVAL ELOOP EMFILE ENAMETOOLONG ENOMEM ENOTEMPTY ENOTSUP EPERM EREMOTE ESTALE EUSERS EPROCLIM".split(
    " ",
  ),
);

const CALL_BEFORE = /\b(?:connect|listen|bind|accept|recv\w*|send\w*|setsockopt|getaddrinfo|socket)\W{1,4}$/;
const SYSCALL = /syscall["']?\s?[:=]\s?["']?(?:connect|listen|bind|accept|recv|send|getaddrinfo)/;

function find(line: Line, { posixNames = false }: RecogniseOptions): readonly Match[] {
  return matchesOf(line.text, NAME, line.firstOf(posixName), ({ text, start }) => {
    const code = codeOfPosixName.get(text);
    if (code === undefined || !(posixNames || line.showsWindows)) return null;
    return isOfSocket(line.lower, text, start) ? { code, confidence: "likely" } : null;
  });
}

function isOfSocket(lower: string, name: string, start: number): boolean {
  if (!NOT_ONLY_SOCKETS.has(name)) return true;
  return CALL_BEFORE.test(lower.slice(Math.max(0, start - 24), start)) || SYSCALL.test(lower);
}
