import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { HeldFrames, HeldLine } from "./held-record.ts";

/** The endpoint and the operation of a held line, its own or those of the lines below it. */
export function saidBelow(
  line: AnnotatedLine,
  below: readonly (HeldLine | HeldFrames)[],
): Pick<AnnotatedLine, "endpoint" | "operation"> {
  const { endpoint, operation, findings } = line;
  const code = findings[0]?.code;
  if (endpoint !== null) return { endpoint, operation };
  const said = below.flatMap((held) => {
    if ("frames" in held) return [];
    const { found, answer } = held;
    if (found === null) return answer ?? [];
    return found.line.endpoint !== null && found.line.findings.some((one) => one.code === code) ? found.line : [];
  });
  const [first] = said;
  // Of a list of hosts the line above blames none alone.
  if (first === undefined || said.some((one) => one.endpoint !== first.endpoint)) return { endpoint, operation };
  return { endpoint: first.endpoint, operation: operation ?? first.operation };
}
