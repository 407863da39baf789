import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { commandLine, hasStrace } from "../scene.ts";

const LONGEST_MS = 60_000;

/** What reads the logs of a folder: in this process, and as the built program, which is killed or follows them. */
export interface Program {
  ingest(): Promise<void>;
  /** Runs it, and kills it at the nth system call of a kind, if it comes to that. */
  kill(call: string, nth: number): Promise<void>;
  /** Starts a run that follows the logs, unless one does. */
  follow(): void;
  /** Ends the run that follows them, if there is one, and waits for its end. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

/** @param ingest what reads the logs in this process. */
export function createProgram(folder: string, store: string, ingest: () => Promise<void>): Program {
  const args = ["ingest", folder, "--store", store, "--tz", "UTC"];
  let follower: ChildProcess | null = null;
  return {
    ingest,
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
