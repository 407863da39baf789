import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { HeldFrames, HeldLine } from "./held-record.ts";

/** The endpoint and the operation of a held line, its own or those of the lines below it. */
export function saidBelow(
  line: AnnotatedLine,
  below: readonly (HeldLine | HeldFrames)[],
): Pick<AnnotatedLine, "endpoint" | "operation"> {
  const { endpoint, findings } = line;
  const code = findings[0]?.code;
  if (endpoint !== null) return { endpoint, operation: line.operation };
  const operation = line.operation ?? shownByFrame(below, code);
  const said = below.flatMap((held) => {
    if ("frames" in held) return [];
    const { found, answer } = held;
    if (found === null) return answer === null || answer.endpoint === null ? [] : answer;
    return found.line.endpoint !== null && found.line.findings.some((one) => one.code === code) ? found.line : [];
  });
  const [first] = said;
  // Of a list of hosts the line above blames none alone.
  if (first === undefined || said.some((one) => one.endpoint !== first.endpoint)) return { endpoint, operation };
  return { endpoint: first.endpoint, operation: operation ?? first.operation };
}

/** The operation that a line of a stack adds to a code. */
function shownByFrame(below: readonly (HeldLine | HeldFrames)[], code: number | undefined): AnnotatedLine["operation"] {
  for (const held of below) {
    if ("frames" in held || held.answer === null || code === undefined) continue;
    const { endpoint, operation, completes } = held.answer;
    if (endpoint === null && completes.operation.includes(code)) return operation;
  }
  return null;
}
