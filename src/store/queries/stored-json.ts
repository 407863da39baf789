import type { Checkpoint } from "../../ledger/checkpoint.ts";
import type { Counts } from "../../ledger/counts.ts";
import { fingerprintOf, tailBytes } from "../../ledger/fingerprint.ts";
import type { Milestone } from "../../ledger/milestone.ts";
import { toBytes } from "../../text/byte-string.ts";
import { wholeDay } from "../whole-day.ts";

/** What a checkpoint needs besides its position. */
export type Resume = Pick<
  Checkpoint,
  "reading" | "occurrences" | "state" | "first" | "rest" | "file" | "messages" | "cursor"
>;

/** A changed byte in a reader's state would be found by no constraint, and reading would go on from it. */
export function toResumeJson(resume: Resume): string {
  return JSON.stringify({ ...resume, sum: sumOf(resume) });
}

/** Throws SQLite's error for a damaged page where the JSON is not what `toResumeJson` writes. */
export function resumeFrom(json: string): Resume {
  const { sum, ...resume } = objectIn(json);
  const { reading, occurrences, first, rest, file, messages, cursor } = resume;
  const isResume =
    typeof reading === "string" &&
    isCount(occurrences) &&
    "state" in resume &&
    (first === undefined || isCount(first)) &&
    (rest === undefined || isFingerprint(rest)) &&
    (file === undefined || typeof file === "string") &&
    (messages === undefined || areRuns(messages)) &&
    (cursor === undefined || typeof cursor === "string");
  if (!isResume) throw damaged();
  // Stores of earlier versions have no sums: their logs are read again, up to where they are counted.
  if (sum === undefined) return { reading: "", state: null, occurrences, ...(first !== undefined && { first }) };
  if (sum !== sumOf(resume)) throw damaged();
  return resume as unknown as Resume;
}

/** Throws as `resumeFrom` does. */
export function milestonesFrom(json: string): Milestone[] {
  const rows = parsed(json);
  if (!Array.isArray(rows)) throw damaged();
  return rows.map((row) => {
    if (!Array.isArray(row) || !isCount(row[0]) || typeof row[1] !== "string") throw damaged();
    return { position: row[0], hash: row[1] };
  });
}

/** Throws as `resumeFrom` does. */
export function countsFrom(json: string): Counts {
  const { minutes, endpoints, operations } = objectIn(json);
  return {
    minutes: rowsIn(minutes),
    endpoints: rowsIn(endpoints, "endpoint"),
    operations: rowsIn(operations, "operation"),
  } as unknown as Counts;
}

function rowsIn(rows: unknown, name?: string): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(rows)) throw damaged();
  return rows.map((row) => {
    if (!isObject(row)) throw damaged();
    const { day, ...rest } = row;
    const minute = Number.isSafeInteger(day) ? wholeDay(day as number) : rest["minute"];
    const isRow = Number.isSafeInteger(minute) && isCount(rest["code"]) && isCount(rest["n"]);
    if (!isRow || (name !== undefined && typeof rest[name] !== "string")) throw damaged();
    return { ...rest, minute };
  });
}

function isFingerprint(value: unknown): boolean {
  return isObject(value) && isCount(value["bytes"]) && value["bytes"] <= tailBytes && typeof value["hash"] === "string";
}

function areRuns(value: unknown): boolean {
  return (
    Array.isArray(value) && value.every((run) => Array.isArray(run) && run.length === 4 && run.every(Number.isFinite))
  );
}

/** Whether a value is what counts of bytes, lines and occurrences are. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  const value = parsed(json);
  if (!isObject(value)) throw damaged();
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw damaged();
  }
}

function sumOf(resume: unknown): string {
  return fingerprintOf(toBytes(JSON.stringify(resume))).hash.slice(0, 16);
}

/** The same as SQLite's own error for a damaged page. */
export function damaged(): Error {
  return Object.assign(new Error("a generation is damaged"), { code: "SQLITE_CORRUPT" });
}
