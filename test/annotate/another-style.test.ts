import { expect, test, vi } from "vitest";
import type { Style } from "../../src/annotate/style.ts";
import { createAnnotateCommand } from "../../src/commands/annotate.ts";
import { runCommand } from "../commands/run-command.ts";

// The list as it is, with one more style.
vi.mock("../../src/annotate/index.ts", async (importOriginal) => {
  const prefix: Style = (line, pen) => {
    const marks = pen.explained(line).map(({ category, label }) => pen.paint(category, `«${label}» `));
    return marks.join("") + pen.show(line.body) + line.lineEnd;
  };
  const { styles } = await importOriginal<typeof import("../../src/annotate/index.ts")>();
  return { styles: { ...styles, prefix } };
});

const annotate = (args: readonly string[], input: string) =>
  runCommand(createAnnotateCommand, ["annotate", "--no-store", ...args], { input });

test("another style of annotation can be asked for, and what it adds can be taken away", async () => {
  const log = "nothing\r\nerror 10061 在 WSAECONNRESET\r\nerror 10060";
  const { stdout } = await annotate(["--style", "prefix"], log);
  expect(stdout).toContain("\n«WSAECONNREFUSED: connection refused» «10054: connection reset by peer» error 10061 在");
  expect(stdout.replace(/«[^»]*» /g, "")).toBe(log);
});

test("a style that is not in the list is refused", async () => {
  const { error } = await annotate(["--style", "postfix"], "");
  expect(error?.message).toContain('"prefix"');
});
