import { BAR, kindAt, NAME, QUOTE, SEMICOLON, SPACE, TAB } from "../characters.ts";
import { isDistinct, isHost } from "./host.ts";
import { name } from "./name.ts";
import { type Shape, sticky } from "./shape.ts";

const key =
  /"key" ?: ?"(?:server|peer|net\.peer|net\.sock\.peer|network\.peer|destination)\.(?:address|name|ip|host)" ?, ?"value" ?: ?\{ ?$/;
const portKey =
  /"key" ?: ?"(?:server|peer|net\.peer|net\.sock\.peer|network\.peer|destination)\.port" ?, ?"value" ?: ?\{ ?"(?:int|string)Value" ?: ?"?(\d{1,5})\b/;
const keyReach = 96;
const objectReach = 400;

/** Hosts and ports that have a field each. */
export const fieldShapes: readonly Shape[] = [
  {
    // OpenTelemetry: {"key":"server.address","value":{"stringValue":"db-2"}}, and the port as another attribute.
    shape: "marked",
    mark: '"stringValue"',
    kind: QUOTE,
    startOf: (text, at) => (key.test(text.slice(Math.max(0, at - keyReach), at)) ? at : -1),
    pattern: sticky(`"stringValue" ?: ?"(${name})(?=")()`),
    accepts: null,
    portOf: (text, start) =>
      Number(portKey.exec(text.slice(Math.max(0, start - objectReach), start + objectReach))?.[1]) || null,
  },
  // Rows without a header: "; ftp; 10.0.0.9; 21; upload;".
  column(";", SEMICOLON),
  column("|", BAR),
  column("\t", TAB),
];

function column(mark: string, kind: number): Shape {
  const separator = mark === "|" ? "\\|" : mark;
  return {
    shape: "marked",
    mark,
    kind,
    startOf: (text, at) => (kindAt(text, at + 1) & (NAME | SPACE) ? at : -1),
    pattern: sticky(`${separator} ?(${name}) ?${separator} ?(\\d{2,5})(?= ?${separator})`),
    accepts: (host) => isHost(host) && isDistinct(host),
    portOf: null,
  };
}
