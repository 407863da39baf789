import type { Language } from "../catalogue/entry.ts";
import type { IngestProgress } from "../ingest/ingest-event.ts";
import { formatBytes } from "../text/format-bytes.ts";
import { stringWidth } from "../text/string-width.ts";
import { say, type Wording } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import type { Io } from "./io.ts";

const SHOW_AFTER_MS = 1000;
const BAR_WIDTH = 24;

/** One line of standard error that shows how far a run has come. */
export interface ProgressBar {
  draw(progress: IngestProgress): void;
  /** Removes it, so that other text can be written. */
  clear(): void;
}

/** A bar that appears when the run takes longer than a second, where standard error is a terminal. */
export function createProgressBar({ stderr, now, lang }: Pick<Io, "stderr" | "now" | "lang">): ProgressBar {
  const started = now();
  let isDrawn = false;
  return {
    draw(progress) {
      const elapsedMs = now() - started;
      if (stderr.isTTY !== true || elapsedMs < SHOW_AFTER_MS) return;
      isDrawn = true;
      stderr.write(`\r\x1b[K${describeProgress(progress, elapsedMs, stderr.columns ?? 80, lang)}`);
    },
    clear() {
      if (isDrawn) stderr.write("\r\x1b[K");
      isDrawn = false;
    },
  };
}

/** One line: bar, bytes, rate, time left, occurrences; as many of them as fit. */
export function describeProgress(
  { bytes, known, total, occurrences, behind }: IngestProgress,
  elapsedMs: number,
  width: number,
  lang: Language,
): string {
  if (behind !== undefined) return inLanguage(say`${behind} messages are not counted yet`, lang);
  const share = total === 0 ? 0 : Math.min(1, bytes / total);
  const filled = Math.round(share * BAR_WIDTH);
  const rate = (bytes - known) / (elapsedMs / 1000);
  const left = say`, ${formatSeconds((total - bytes) / rate)} left`;
  const parts = [
    `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${Math.floor(share * 100)} %`,
    say`  ${formatBytes(bytes)} of ${formatBytes(total)}`,
    say`, ${formatBytes(rate)}/s${total > bytes && rate > 0 ? left : ""}`,
    say`, ${occurrences} occurrences`,
  ].map((part) => inLanguage(part, lang));
  let line = "";
  for (const part of parts) if (stringWidth(line) + stringWidth(part) < width) line += part;
  return line;
}

function formatSeconds(seconds: number): Wording {
  const whole = Math.ceil(seconds);
  return whole < 60 ? say`${whole} s` : say`${Math.floor(whole / 60)} min ${whole % 60} s`;
}
