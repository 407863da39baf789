const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** Bytes in steps of 1024: `512 B`, `41.2 GiB`, `413 GiB`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step > 0 && value < 99.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
