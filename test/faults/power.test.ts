import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { canMount, commandLine, countIn, runCommandLine, sceneOf } from "./scene.ts";
import { compare, expectNoHarm, isFull, random, tallyOf } from "./tally.ts";

/** Shuts a file system down as a power cut does, without what it has not written: FS_IOC_SHUTDOWN, no flush of the log. */
const shutdown = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack("I", 2))`;

const tools = [
  ["mkfs.ext4", "-V"],
  ["python3", "-V"],
  ["losetup", "-V"],
] as const;
const canCut = canMount && tools.every(([tool, ask]) => spawnSync(tool, [ask]).status === 0) && cutsWork();
if (!canCut) console.log("skipped: power cuts need mkfs.ext4, python3 and a loop device that can be mounted");

test.skipIf(!canCut)(
  "a power cut leaves what was said to be counted, and the next run the rest",
  { timeout: 3_600_000 },
  async () => {
    for (const when of ["behind a run that ended", "in the middle of a run"]) {
      for (const durable of [false, true]) {
        const tally = tallyOf(`power cut ${when}${durable ? ", --durable" : ""}`);
        for (let n = 0; n < (isFull ? 25 : 1); n++) {
          const { home, logs, occurrences } = sceneOf(10);
          const disk = new Disk(home);
          const args = [
            "ingest",
            logs,
            "--store",
            join(disk.folder, "made", "x.db"),
            ...(durable ? ["--durable"] : []),
          ];
          const run = runCommandLine(commandLine(args), { cwd: home, tally });
          if (when.startsWith("behind")) await run;
          else {
            await Promise.race([run, new Promise((resolve) => setTimeout(resolve, 200 + random() * 500))]);
            disk.cut();
            await run.catch(() => undefined);
          }
          tally.corrupted -= when.startsWith("behind") ? 0 : tally.corrupted; // Its disk is gone: it may say anything.
          if (when.startsWith("behind")) disk.cut();
          tally.injected++;
          disk.mountAgain();
          const store = join(disk.folder, "made", "x.db");
          if (when.startsWith("behind")) compare(tally, countIn(store, tally), occurrences);
          await runCommandLine(commandLine(args), { cwd: home, tally });
          compare(tally, countIn(store, tally), occurrences);
          disk.remove();
        }
        expectNoHarm(tally);
      }
    }
  },
);

/** An ext4 file system in a file. */
class Disk {
  readonly folder: string;
  readonly #image: string;

  constructor(home: string) {
    this.folder = join(home, "disk");
    this.#image = join(home, "disk.img");
    mkdirSync(this.folder);
    writeFileSync(this.#image, "");
    truncateSync(this.#image, 64 * 2 ** 20);
    execFileSync("mkfs.ext4", ["-q", this.#image]);
    execFileSync("mount", ["-o", "loop", this.#image, this.folder]);
  }

  cut(): void {
    execFileSync("python3", ["-c", shutdown, this.folder]);
  }

  mountAgain(): void {
    execFileSync("umount", [this.folder]);
    execFileSync("mount", ["-o", "loop", this.#image, this.folder]);
  }

  remove(): void {
    execFileSync("umount", [this.folder]);
  }
}

function cutsWork(): boolean {
  const home = execFileSync("mktemp", ["-d"], { encoding: "utf8" }).trim();
  try {
    const disk = new Disk(home);
    disk.cut();
    disk.remove();
    return true;
  } catch {
    spawnSync("umount", [join(home, "disk")]);
    return false;
  } finally {
    spawnSync("rm", ["-rf", home]);
  }
}
