import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeStore } from "./made-store.ts";

export interface ReportScale {
  readonly cli: string;
  readonly rows: number;
  readonly hosts: number;
  /** Where the store is made and kept; null: in a temporary folder. */
  readonly store: string | null;
}

const DAYS = 365;
const SINCE = Date.UTC(2025, 0) / 1000;
const LAST_DAY = ["2025-12-31", "2026-01-01"] as const;
const code = "10054";
const host = "host-7";

/** Prints how long the program's answers take on a made store, and how much memory. */
export async function measure({ cli, rows, hosts, store }: ReportScale): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wsa-report-"));
  const path = store ?? join(folder, "made.db");
  try {
    if (!existsSync(path)) {
      const began = performance.now();
      const made = await makeStore(path, { rows, hosts, days: DAYS, since: SINCE });
      console.log(
        `made in ${seconds(began)}: ${Object.entries(made)
          .map(([table, n]) => `${n.toLocaleString("en")} rows of ${table}`)
          .join(", ")}`,
      );
    }
    console.log(`${(statSync(path).size / 1e9).toFixed(2)} GB`);
    const run = (...args: string[]) => measureProcess(cli, [...args, "--store", path, "--tz", "UTC"], folder);
    const [since, until] = LAST_DAY;
    const lastDay = ["--since", since, "--until", until];
    await run("report");
    await run("report", ...lastDay);
    await run("report", "--since", "2025-12-01", "--until", until);
    await run("report", "--code", code);
    await run("report", "--code", code, ...lastDay);
    await run("report", "--host", host);
    await run("report", "--host", host, ...lastDay);
    await run("report", "--endpoint", "10.1.3.2:5432", ...lastDay);
    await run("report", "--operation", "bind", ...lastDay);
    await run("trend");
    await run("trend", code, "--bucket", "1h", ...lastDay);
    await measurePage(cli, path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The answers that the page is made of, each twice as of a store that has just changed. */
async function measurePage(cli: string, path: string, home: string): Promise<void> {
  const lastDay = `since=${LAST_DAY[0]}&until=${LAST_DAY[1]}`;
  const addresses = [
    "",
    lastDay,
    `since=2025-12-25&until=2026-01-01`,
    `since=2025-12-01&until=2026-01-01`,
    `code=${code}`,
    `code=${code}&${lastDay}`,
    `host=${host}`,
    `host=${host}&${lastDay}`,
    `endpoint=10.1.3.2:5432`,
    `endpoint=10.1.3.2:5432&${lastDay}`,
    `operation=bind`,
    `operation=bind&${lastDay}`,
    `endpoint=10.1.3.2:5432&operation=connect&${lastDay}`,
  ];
  const child = start(cli, ["serve", "--port", "0", "--store", path, "--tz", "UTC"], home);
  let said = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  while (!said.includes("\n")) await once(child.stdout, "data");
  const root = said.trim();
  for (const address of [...addresses.map((filter) => `/api/report?${filter}`), "/?", `/?${lastDay}`, "/metrics?"]) {
    const times: number[] = [];
    const before = processorOf(child.pid);
    // Another language is another answer, of the same questions.
    for (const again of address.startsWith("/metrics")
      ? [""]
      : ["&lang=en", "&lang=zh", "&lang=en&tz=Asia/Tokyo", "&lang=zh&tz=Asia/Tokyo"]) {
      const began = performance.now();
      const response = await fetch(`${root.replace(/\/$/, "")}${address}${again}`);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
      times.push(Math.round(performance.now() - began));
    }
    const used = (processorOf(child.pid) - before) / times.length;
    console.log(`${address}: ${times.join(", ")} ms, ${Math.round(used)} ms of processor time each`);
  }
  console.log(`serve: ${peakOf(child.pid)} MB at most`);
  child.kill("SIGTERM");
  await once(child, "close");
}

async function measureProcess(cli: string, args: readonly string[], home: string): Promise<void> {
  const began = performance.now();
  const child = start(cli, args, home);
  child.stdout.resume();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const [status] = await once(child, "close");
  clearInterval(timer);
  const shown = args.slice(0, args.indexOf("--store")).join(" ");
  console.log(`${shown}: ${seconds(began)}, ${peak} MB${status === 0 ? "" : `, status ${status}`}`);
}

function start(cli: string, args: readonly string[], home: string) {
  const env = { ...process.env, XDG_STATE_HOME: home };
  return spawn(process.execPath, [cli, ...args], { cwd: home, env, stdio: ["ignore", "pipe", "inherit"] });
}

/** The most memory that a process has had, in MB; only on Linux. */
function peakOf(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Milliseconds of processor time that a process has used: on a busy machine the better figure; only on Linux. */
function processorOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return (user + system) * 10;
  } catch {
    return 0;
  }
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(2)} s`;
