import { WsaError } from "../../error.ts";
import type { Source } from "../../log/source.ts";
import { say } from "../../wording.ts";
import type { LogInput } from "../log-input.ts";
import { asStored } from "./as-stored.ts";
import { type FileOptions, openFileSource } from "./file-source.ts";
import { findLogs } from "./find-logs.ts";
import { isPattern } from "./pattern.ts";

/**
 * Opens logs one after another, in the order of the inputs, until the signal is aborted; a pattern opens the files that
 * match it. For what cannot be opened, yields the WsaError instead.
 */
export async function* openLogs(
  inputs: readonly LogInput[],
  options: FileOptions,
  { windows, signal }: { readonly windows: boolean; readonly signal: AbortSignal },
): AsyncGenerator<Source | WsaError> {
  for (const input of inputs) {
    if (signal.aborted) return;
    if (typeof input !== "string" && "partitions" in input)
      yield new WsaError("input", input.subject, say`is a stream of many logs, which are only counted`, {
        hint: say`wsa-annotate ingest counts what is in it`,
      });
    else if (typeof input !== "string") yield input;
    else if (!(await isPattern(input, windows))) yield open(asStored(input), options);
    else {
      const { files, failures } = await findLogs([input], windows);
      for (const { path } of files) if (!signal.aborted) yield open(path, options);
      yield* failures;
    }
  }
}

function open(path: string, options: FileOptions): Source | WsaError {
  try {
    return openFileSource(path, options);
  } catch (error) {
    if (error instanceof WsaError) return error;
    throw error;
  }
}
