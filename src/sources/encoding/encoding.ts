import { Transform } from "node:stream";
import { TextDecoder } from "node:util";
import { WsaError } from "../../error.ts";
import { say } from "../../wording.ts";
import { createMender } from "./mender.ts";

/** How bytes become UTF-8: `auto` decodes UTF-16 and UTF-32 where it is sure and nothing else; `bytes` decodes nothing. */
export type Encoding = "auto" | "bytes" | TextDecoder;

/** The encoding of a WHATWG label or the number of a Windows code page; throws a WsaError `usage` for others. */
export function encodingOf(name: string): Encoding {
  const label = CODE_PAGES[/^(?:cp|ms|windows-)?(\d+)$/i.exec(name)?.[1] ?? ""] ?? name;
  if (label === "auto") return "auto";
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === "utf-8" ? "bytes" : decoder;
  } catch (cause) {
    throw new WsaError("usage", `--encoding ${name}`, say`no such encoding`, {
      hint: /^utf-?32/i.test(name)
        ? say`leave --encoding out: UTF-32 is recognised by itself`
        : say`for example utf-16le, gb18030, shift_jis, euc-kr, windows-1252, or a code page such as 936`,
      cause,
    });
  }
}

const CODE_PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((n) => [n, `windows-${n}`])),
  866: "ibm866",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  54936: "gb18030",
  65001: "utf-8",
};

/** Turns bytes into UTF-8, however they are chunked. */
export interface Decoding {
  push(bytes: Buffer): Buffer;
  end(): Buffer;
}

/** A decoder from the beginning of a log; null when there is nothing to decode. */
export function createDecoder(encoding: Encoding): Decoding | null {
  if (encoding === "bytes") return null;
  return encoding === "auto" ? createMender() : createDecoderOf(encoding.encoding);
}

/** The same as a stream. */
export function createDecoding(encoding: Encoding): Transform | null {
  const decoder = createDecoder(encoding);
  if (decoder === null) return null;
  const { push, end } = decoder;
  return new Transform({
    transform(bytes: Buffer, _, done) {
      done(null, push(bytes));
    },
    flush(done) {
      done(null, end());
    },
  });
}

function createDecoderOf(name: string): Decoding {
  const decoder = new TextDecoder(name);
  return {
    push: (bytes: Uint8Array) => Buffer.from(decoder.decode(bytes, { stream: true })),
    end: () => Buffer.from(decoder.decode()),
  };
}
