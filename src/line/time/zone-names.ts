// Minutes east of UTC. CST (Chicago or Shanghai), BST and IST are left out: each is two or three zones, and the
// Clock's own zone is the better guess.
const abbreviations = new Map([
  ["UTC", 0],
  ["GMT", 0],
  ["EST", -300],
  ["EDT", -240],
  ["CDT", -300],
  ["MST", -420],
  ["MDT", -360],
  ["PST", -480],
  ["PDT", -420],
  ["WET", 0],
  ["CET", 60],
  ["CEST", 120],
  ["MEZ", 60],
  ["MESZ", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["JST", 540],
  ["KST", 540],
  ["HKT", 480],
  ["SGT", 480],
  ["AWST", 480],
  ["ACST", 570],
  ["ACDT", 630],
  ["AEST", 600],
  ["AEDT", 660],
  ["NZST", 720],
  ["NZDT", 780],
  ["AKST", -540],
  ["AKDT", -480],
  ["SAST", 120],
]);

/** As Windows writes them, before "Standard Time"; the same an hour later before "Daylight Time" and "Summer Time". */
const windowsNames = new Map([
  ["Hawaiian", -600],
  ["Alaskan", -540],
  ["Pacific", -480],
  ["Mountain", -420],
  ["US Mountain", -420],
  ["Central", -360],
  ["Eastern", -300],
  ["US Eastern", -300],
  ["SA Pacific", -300],
  ["Atlantic", -240],
  ["Newfoundland", -210],
  ["E. South America", -180],
  ["Argentina", -180],
  ["GMT", 0],
  ["Greenwich", 0],
  ["W. Europe", 60],
  ["Central Europe", 60],
  ["Central European", 60],
  ["Romance", 60],
  ["W. Central Africa", 60],
  ["E. Europe", 120],
  ["Eastern European", 120],
  ["FLE", 120],
  ["GTB", 120],
  ["Israel", 120],
  ["Egypt", 120],
  ["South Africa", 120],
  ["Turkey", 180],
  ["Russian", 180],
  ["Arab", 180],
  ["Arabian", 240],
  ["Pakistan", 300],
  ["India", 330],
  ["SE Asia", 420],
  ["China", 480],
  ["Taipei", 480],
  ["Singapore", 480],
  ["W. Australia", 480],
  ["Tokyo", 540],
  ["Korea", 540],
  ["E. Australia", 600],
  ["AUS Eastern", 600],
  ["New Zealand", 720],
]);

/** Minutes east of UTC of a zone's abbreviation, or null when it is unknown or means more than one zone. */
export function zoneOffset(abbreviation: string): number | null {
  return abbreviations.get(abbreviation) ?? null;
}

const windows =
  /((?:[A-Z]{2,3} |[A-Z]\. )?[A-Z][A-Za-z]{2,12}(?: [A-Z][a-z]{4,7})?) (Standard|Daylight|Summer) Time\b/y;
const universal = /Coordinated Universal Time\b/y;
/** What both of these end with: few lines have it. */
const endOfWindowsName = " Time";

/** Minutes east of UTC of a zone with one of Windows' own names at a column; null for none that is known. */
export function windowsOffset(line: string, at: number): number | null {
  if (!line.includes(endOfWindowsName, at)) return null;
  windows.lastIndex = at;
  const [, name = "", half] = windows.exec(line) ?? [];
  const minutes = windowsNames.get(name);
  if (minutes !== undefined) return half === "Standard" ? minutes : minutes + 60;
  universal.lastIndex = at;
  return universal.test(line) ? 0 : null;
}

const regions =
  "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US";
const iana = new RegExp(
  ` ?[[(]?((?:${regions})/[A-Z][A-Za-z]{1,20}(?:[_+-][A-Za-z\\d]{1,14}){0,3}(?:/[A-Z][A-Za-z_]{2,20})?)(?![\\w/.-])`,
  "y",
);
const mostKnown = 1024;
/** Whether there is a zone of that name. */
const known = new Map<string, boolean>();

/** The IANA name of a zone at a column, as in "Europe/Berlin", "[America/New_York]" and "(Asia/Tokyo)"; null for none. */
export function ianaZone(line: string, at: number): string | null {
  iana.lastIndex = at;
  const name = iana.exec(line)?.[1];
  if (name === undefined) return null;
  let isZone = known.get(name);
  if (isZone === undefined) {
    isZone = exists(name);
    if (known.size >= mostKnown) known.clear();
    known.set(name, isZone);
  }
  return isZone ? name : null;
}

function exists(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
