import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { WsaError } from "../../../src/error.ts";
import { ingest } from "../../../src/ingest/ingest.ts";
import type { Store } from "../../../src/store/store.ts";
import { say } from "../../../src/wording.ts";
import { commandLine, hasStrace } from "../scene.ts";

const LONGEST_MS = 60_000;

/** What reads the logs of a folder: in this process, and as the built program, which is killed or follows them. */
export interface Program {
  ingest(): Promise<void>;
  /** Reads them until the nth transaction, which is written or not; nothing behind it is. */
  breakOff(nth: number, isWritten: boolean): Promise<void>;
  /** Runs it, and kills it at the nth system call of a kind, if it comes to that. */
  kill(call: string, nth: number): Promise<void>;
  /** Starts a run that follows the logs, unless one does. */
  follow(): void;
  /** Ends the run that follows them, if there is one, and waits for its end. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

/** @param store what is at the address, open in this process. */
export function createProgram(folder: string, address: string, store: Store): Program {
  const args = ["ingest", folder, "--store", address, "--tz", "UTC"];
  let follower: ChildProcess | null = null;
  const readInto = async (into: Store) => {
    await ingest([folder], { store: into, zone: "UTC" });
  };
  return {
    ingest: () => readInto(store),
    breakOff: (nth, isWritten) => readInto(endingAt(store, nth, isWritten)),
    async kill(call, nth) {
      if (hasStrace) await ended(start(commandLine(args, `${call}:signal=KILL:when=${nth}`)));
    },
    follow() {
      follower ??= start(commandLine([...args, "--follow"]));
    },
    async stop(signal) {
      if (follower === null) return;
      const end = ended(follower);
      follower.kill(signal);
      follower = null;
      await end;
    },
  };
}

/** The same in this process alone, a hundred times as fast: what ends a program breaks a run off, and nobody follows. */
export function createReader(folder: string, store: Store): Program {
  const readInto = async (into: Store) => {
    await ingest([folder], { store: into, zone: "UTC" });
  };
  const breakOff = (nth: number, isWritten: boolean) => readInto(endingAt(store, nth, isWritten));
  return {
    ingest: () => readInto(store),
    breakOff,
    kill: (_, nth) => breakOff(1 + (nth % 6), nth % 2 === 0),
    follow() {},
    async stop() {},
  };
}

/** A store that an end of the program takes away at the nth time that something is written. */
function endingAt(store: Store, nth: number, isWritten: boolean): Store {
  let times = 0;
  const last = async <Result>(write: () => Promise<Result>): Promise<Result> => {
    times++;
    if (times < nth) return await write();
    if (times === nth && isWritten) await write();
    throw new WsaError("store", "the store", say`is gone`);
  };
  return {
    ...store,
    commitAll: (batches) => last(() => store.commitAll(batches)),
    rememberFiles: (host, files) => last(() => store.rememberFiles(host, files)),
    finish: (run, finished) => last(() => store.finish(run, finished)),
  };
}

function start([command = "", ...args]: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: "ignore" });
}

/** Rejects where the program does not end. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  const isHung = !timer.hasRef();
  clearTimeout(timer);
  if (isHung && signal === "SIGKILL") throw new Error("the program did not end");
}
