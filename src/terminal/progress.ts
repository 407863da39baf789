import type { Progress } from "../ingest/ingestion.ts";
import { formatBytes } from "../text/format-bytes.ts";
import type { Io } from "./io.ts";

const SHOW_AFTER_MS = 1000;
const REDRAW_EVERY_MS = 200;
const BAR_WIDTH = 24;

/** Draws how far an ingestion has come, once it takes longer than a second, where standard error is a terminal. */
export function showProgress(io: Io, progress: () => Progress): { stop(): void } {
  if (io.stderr.isTTY !== true) return { stop() {} };
  const started = io.now();
  let drawn = false;
  const timer = setInterval(() => {
    const elapsed = io.now() - started;
    if (elapsed < SHOW_AFTER_MS) return;
    drawn = true;
    io.stderr.write(`\r\x1b[K${describeProgress(progress(), elapsed, io.stderr.columns ?? 80)}`);
  }, REDRAW_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      if (drawn) io.stderr.write("\r\x1b[K");
    },
  };
}

/** One line: bar, bytes, rate, time left, occurrences; as much of it as fits. */
export function describeProgress(
  { bytes, known, total, occurrences }: Progress,
  elapsedMs: number,
  width: number,
): string {
  const share = total === 0 ? 0 : Math.min(1, bytes / total);
  const filled = Math.round(share * BAR_WIDTH);
  const rate = (bytes - known) / (elapsedMs / 1000);
  const left = rate === 0 ? "" : `, ${formatSeconds((total - bytes) / rate)} left`;
  const parts = [
    `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${Math.floor(share * 100)} %`,
    `  ${formatBytes(bytes)} of ${formatBytes(total)}`,
    `, ${formatBytes(rate)}/s${total > bytes ? left : ""}`,
    `, ${occurrences} occurrences`,
  ];
  let line = "";
  for (const part of parts) if (line.length + part.length < width) line += part;
  return line;
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
