import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text as toText } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { annotateStream, annotateText, type StreamOptions } from "../../src/index.ts";
import { FIXTURES } from "../program.ts";

const log = readFileSync(join(FIXTURES, "service.log"));

const through = (chunks: Iterable<string | Uint8Array>, options?: StreamOptions) =>
  Readable.from(chunks).pipe(annotateStream(options));

describe("annotateStream", () => {
  test.each(["inline", "suffix", "below"] as const)("writes what annotateText returns, in style %s", async (style) => {
    expect(await toText(through([log], { style, lang: "zh" }))).toBe(
      annotateText(log.toString(), { style, lang: "zh" }),
    );
  });

  test("does not depend on the chunks", async () => {
    const cut = Array.from({ length: 1000 }, (_, at) => log.subarray(at * 97, (at + 1) * 97));
    expect(await toText(through([...cut, log.subarray(97_000)]))).toBe(annotateText(log.toString()));
  });

  test("passes on bytes that are not UTF-8, and text as UTF-8", async () => {
    const bytes = Buffer.from("\xff\x80\0 a\r\n\xe8 error 10054", "latin1");
    const out = await buffer(through([bytes]));
    expect(out.subarray(0, bytes.length)).toEqual(bytes);
    expect(await toText(through(["错", "误 10061\n"]))).toBe(annotateText("错误 10061\n"));
  });

  test("passes a line on as soon as it is complete", async () => {
    const stream = annotateStream();
    stream.write("WSAECONNRESET\nWSAE");
    const [first] = (await stream[Symbol.asyncIterator]().next()).value.toString().split("\n");
    expect(first).toBe(annotateText("WSAECONNRESET"));
    stream.destroy();
  });

  test("writes one object per line with a code, and leaves out lines without one", async () => {
    const chunks = ["2026-11-20 01:02:03 connect to 10.0.0.5:5432: error 10061\nnothing\n"];
    expect(
      JSON.parse(await toText(through(chunks, { format: "json", source: "app.log", tz: "Europe/Berlin" }))),
    ).toMatchObject({
      source: "app.log",
      line: 1,
      time: "2026-11-20T00:02:03.000Z",
      endpoint: "10.0.0.5:5432",
      findings: [{ code: 10061 }],
    });
    expect(await toText(through(chunks, { onlyMatching: true }))).not.toContain("nothing");
  });

  test("fails and ends with the streams around it", async () => {
    const broken = Readable.from(
      (async function* () {
        yield log;
        throw new Error("the disk is gone");
      })(),
    );
    await expect(pipeline(broken, annotateStream(), async (out) => void (await buffer(out)))).rejects.toThrow(
      "the disk is gone",
    );
  });
});
