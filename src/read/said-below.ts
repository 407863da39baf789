import type { AnnotatedLine } from "../annotate/annotated-line.ts";
import type { HeldFrames, HeldLine } from "./held-record.ts";

/** The endpoint and the operation of a held line, its own or those of the lines below it. */
export function saidBelow(
  line: AnnotatedLine,
  below: readonly (HeldLine | HeldFrames)[],
): Pick<AnnotatedLine, "endpoint" | "operation"> {
  const { findings } = line;
  const code = findings[0]?.code;
  const said = below.flatMap((held) => {
    if ("frames" in held) return [];
    const { found, answer } = held;
    if (found === null) return answer ?? [];
    return found.line.findings.some((one) => one.code === code) ? found.line : [];
  });
  const blaming = said.filter(({ endpoint }) => endpoint !== null);
  const [first] = blaming;
  // Of a list of hosts the line above blames none alone.
  const isOne = first !== undefined && blaming.every(({ endpoint }) => endpoint === first.endpoint);
  const endpoint = line.endpoint ?? (isOne ? first.endpoint : null);
  const inStack = said.find((one) => one.endpoint === null && one.operation !== null);
  const operation = line.operation ?? (line.endpoint === null && isOne ? first.operation : null) ?? inStack?.operation;
  return { endpoint, operation: operation ?? null };
}
