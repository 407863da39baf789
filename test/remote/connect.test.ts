import { MessageChannel } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { WsaError } from "../../src/error.ts";
import { connect } from "../../src/remote/connect.ts";
import { PeerGone, type Port } from "../../src/remote/port.ts";
import { threadPort } from "../../src/remote/thread-port.ts";
import { say } from "../../src/wording.ts";

const methods = {
  add: async (a: number, b: number) => a + b,
  refuse: () => {
    throw new WsaError("store-full", "x.db", say`no space`, { hint: say`free some` });
  },
  fail: () => {
    throw new TypeError("oops");
  },
  never: () => new Promise<void>(() => {}),
};

function ports(): [Port, Port] {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  return [threadPort(port1), threadPort(port2)];
}

test("calls are answered, each by its own result, in both directions at once", async () => {
  const [here, there] = ports();
  const one = connect<typeof methods>(here, { add: (a: number, b: number) => a - b });
  const other = connect<Pick<typeof methods, "add">>(there, methods);
  expect(await Promise.all([one.call("add", 1, 2), other.call("add", 1, 2), one.call("add", 3, 4)])).toEqual([
    3, -1, 7,
  ]);
});

test("a WsaError arrives as one, and a bug with the stack of where it happened", async () => {
  const [here, there] = ports();
  const remote = connect<typeof methods>(here);
  connect(there, methods);
  const refused = await remote.call("refuse").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(WsaError);
  expect(refused).toMatchObject({ code: "store-full", subject: "x.db", message: "no space", hint: "free some" });
  await expect(remote.call("fail")).rejects.toMatchObject({
    message: "TypeError: oops",
    stack: expect.stringMatching(/^TypeError: oops\n\s+at .*connect\.test\.ts/),
  });
});

test("when the other end has gone, calls that wait and later calls are rejected", async () => {
  let end = (_cause: Error) => {};
  const remote = connect<typeof methods>({
    post: () => undefined,
    listen: (_, onEnd) => {
      end = onEnd;
    },
  });
  const waiting = remote.call("never");
  end(new PeerGone("killed"));
  await expect(waiting).rejects.toThrow(PeerGone);
  await expect(remote.call("add", 1, 2)).rejects.toThrow("killed");
});
