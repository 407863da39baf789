// A terminal as an SVG: what real runs of the built program print, with its colours, as text that can be selected.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";

const ROOT = new URL("../../", import.meta.url);
const COLUMNS = 118;
const [CELL, LINE, MARGIN] = [8.4, 19, 20];

const COMMANDS = [
  "wsa-annotate service.log --only-matching --no-store | head -n 3",
  "wsa-annotate ingest service.log --store counts.db",
  "wsa-annotate report --store counts.db | head -n 21",
  "wsa-annotate explain 10061 --short | head -n 5",
];

/** The picture in a language, as text. */
export function terminalPicture(lang) {
  const home = mkdtempSync(join(tmpdir(), "wsa-picture-"));
  try {
    copyFileSync(new URL("fixtures/service.log", ROOT), join(home, "service.log"));
    const lines = COMMANDS.flatMap((command) => [
      `\x1b[32m$\x1b[39m \x1b[1m${command}\x1b[22m`,
      ...printedBy(command, home, lang),
    ]);
    return svg(lines.slice(0, -1));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The lines of both outputs, in the colours of a terminal. */
function printedBy(command, home, lang) {
  const locale = { en: "en_US.UTF-8", zh: "zh_CN.UTF-8" }[lang];
  const env = { PATH: process.env.PATH, HOME: home, XDG_STATE_HOME: home, TZ: "Europe/Berlin", LANG: locale };
  const cli = `"${process.execPath}" "${fileURLToPath(new URL("dist/cli.js", ROOT))}"`;
  const program = `wsa-annotate() { case $1 in ingest) ${cli} "$@" ;; *) ${cli} "$@" --color always ;; esac; }`;
  const options = { cwd: home, env, encoding: "utf8" };
  return execFileSync("bash", ["-c", `${program}\n{ ${command}; } 2>&1`], options).split(/\r?\n/);
}

function svg(lines) {
  const rows = lines.map((line) => clip(line));
  const [width, height] = [COLUMNS * CELL + 2 * MARGIN, rows.length * LINE + 2 * MARGIN + 20];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${height}" role="img" aria-label="wsa-annotate">`,
    "<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#d7dae0;white-space:pre}",
    `.b{font-weight:700}${Object.entries(COLOURS)
      .map(([name, fill]) => `.c${name}{fill:${fill}}`)
      .join("")}</style>`,
    `<rect width="100%" height="100%" rx="8" fill="#1e2127"/>`,
    ...["#e06c75", "#e5c07b", "#98c379"].map((fill, i) => `<circle cx="${22 + i * 20}" cy="18" r="6" fill="${fill}"/>`),
    ...rows.map((row, i) => textOf(row, MARGIN + 34 + i * LINE)),
    "</svg>",
    "",
  ].join("\n");
}

/** By the numbers of SGR. */
const COLOURS = {
  31: "#f0737d",
  32: "#98c379",
  33: "#e5c07b",
  34: "#61afef",
  35: "#d38aea",
  36: "#56b6c2",
  90: "#8b93a1",
};

/** A line that is too long ends with an ellipsis, and with its style. */
function clip(line) {
  if (stringWidth(line) <= COLUMNS) return line;
  let [kept, width] = ["", 0];
  for (const [part] of line.matchAll(/\x1b\[\d+m|\P{Cc}/gu)) {
    if (!part.startsWith("\x1b")) width += stringWidth(part);
    if (width >= COLUMNS && !part.startsWith("\x1b")) return `${kept}…`;
    kept += part;
  }
  return kept;
}

/** One text for a line, so that it is selected as one; its length is given, whatever the font. */
function textOf(line, y) {
  const plain = stripVTControlCharacters(line);
  if (plain.trim() === "") return "";
  let [bold, colour, out] = [false, "", ""];
  for (const part of line.split(/(\x1b\[\d+m)/)) {
    const code = /^\x1b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) out += span(part, [bold ? "b" : "", colour === "" ? "" : `c${colour}`]);
    else if (code === "1" || code === "22") bold = code === "1";
    else colour = Object.hasOwn(COLOURS, code) ? code : "";
  }
  const length = (stringWidth(plain) * CELL).toFixed(1);
  return `<text x="${MARGIN}" y="${y}" xml:space="preserve" textLength="${length}" lengthAdjust="spacingAndGlyphs">${out}</text>`;
}

function span(text, classes) {
  if (text === "") return "";
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const names = classes.filter((name) => name !== "").join(" ");
  return names === "" ? escaped : `<tspan class="${names}">${escaped}</tspan>`;
}
