import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { endpointOf } from "../../src/line/address/endpoint.ts";
import { operationOf } from "../../src/line/operation.ts";
import { createClock } from "../../src/line/time/create-clock.ts";
import { createRecognise } from "../../src/recognise/recognise.ts";
import { toBytes } from "../../src/text/byte-string.ts";

// Tables of short logs, one kind each: "## name | name of the file", the lines, and behind a line with a code
// "> time | operation | endpoint": "-" is null, "?" is not asked, values between commas are all right.
const recognise = createRecognise();
const folder = new URL("logs/", import.meta.url);

interface Expected {
  readonly line: string;
  readonly before: readonly string[];
  readonly facts: readonly string[];
}

function logsOf(table: string): [name: string, file: string, rows: Expected[]][] {
  return table
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...body] = block.trimEnd().split("\n");
      const [name = "", file = "app.log"] = head.split("|").map((part) => part.trim());
      const lines: string[] = [];
      const rows: Expected[] = [];
      for (const row of body) {
        if (!row.startsWith("> ")) lines.push(toBytes(row));
        else {
          const facts = row.slice(2).split("|");
          rows.push({
            line: lines.at(-1) ?? "",
            before: lines.slice(0, -1),
            facts: facts.map((fact) => fact.trim()),
          });
        }
      }
      return [name, file, rows];
    });
}

for (const table of readdirSync(folder)) {
  describe(table, () => {
    test.each(logsOf(readFileSync(new URL(table, folder), "utf8")))("reads the facts of %s", (_, name, rows) => {
      for (const { line, before, facts } of rows) {
        const clock = createClock({ zone: "UTC", now: () => Date.parse("2026-11-26T12:00:00Z") });
        const samples = [...before, line, ...rows.map((row) => row.line)].join("\n");
        clock.prepare({ written: null, name }, [samples]);
        let time: number | null = null;
        for (const each of [...before, line]) {
          const own = clock.read(each);
          expect(own !== null && clock.isTimeless(each), each).toBe(false);
          time = own ?? time;
        }
        const findings = recognise(line);
        expect(findings, line).not.toEqual([]);
        const operation = operationOf(line, findings);
        const found = [
          time === null ? null : new Date(time).toISOString().slice(0, -1),
          operation,
          endpointOf(line, findings, operation),
        ];
        for (const [index, fact] of facts.entries()) {
          if (fact === "?") continue;
          expect(
            fact.split(",").map((value) => (value === "-" ? null : value)),
            line,
          ).toContain(found[index]);
        }
      }
    });
  });
}
