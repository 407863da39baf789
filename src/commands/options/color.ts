import type { Options } from "yargs";
import type { Io, OutputStream } from "../../terminal/io.ts";

/** What `--color` takes. */
export type Color = "auto" | "always" | "never";

/** `--color`, see `useColor`. */
export const colorOption = {
  choices: ["auto", "always", "never"] as const,
  default: "auto" as Color,
  requiresArg: true,
  group: "Output:",
  describe: "Colour the output; auto: on a terminal, unless NO_COLOR is set",
} as const satisfies Options;

/** Whether this output gets colours: the flag decides, then NO_COLOR, FORCE_COLOR, and whether it is a terminal. */
export function useColor(io: Io, output: OutputStream, color: Color): boolean {
  if (color !== "auto") return color === "always";
  if (io.env["NO_COLOR"]) return false;
  const forced = io.env["FORCE_COLOR"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return output.isTTY === true && io.env["TERM"] !== "dumb";
}
