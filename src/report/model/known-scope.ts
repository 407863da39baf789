import { WsaError } from "../../error.ts";
import { type LogName, logStem } from "../../log/log-name.ts";
import type { Questions } from "../../store/questions.ts";
import type { Scope } from "../../store/scope.ts";
import { editDistance } from "../../text/nearest-names.ts";
import { allOf, say, type Wording } from "../../wording.ts";

/**
 * Checks the names that a scope is limited to, and completes the stem of a log's name where one log alone has it. Rejects
 * with a WsaError `usage` for a name that nothing was read from: a report on nothing would pass every gate. A log that
 * was read without a finding is known; in a store without logs there is nothing to compare with, so any name passes.
 */
export async function knownScope(store: Questions, scope: Scope): Promise<Scope> {
  const { host, source } = scope;
  if (host === null && source === null) return scope;
  const logs = await store.logNames();
  if (logs.length === 0) return scope;
  const ofHost = host === null ? logs : logs.filter((log) => log.host === host);
  if (host !== null && ofHost.length === 0)
    throw unknown(`--host ${host}`, say`nothing was read from a machine of this name`, host, hostsOf(logs));
  return source === null ? scope : { ...scope, source: nameOf(source, ofHost, host) };
}

/** The whole name of the log that is meant. */
function nameOf(source: string, logs: readonly LogName[], host: string | null): string {
  const names = unique(logs.map(({ name }) => name));
  if (names.includes(source)) return source;
  const alike = [names.filter((name) => isEndOf(source, name)), names.filter((name) => isStemOf(source, name))];
  const meant = alike.find(({ length }) => length > 0) ?? [];
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  if (meant.length > 1) {
    const several =
      host === null ? say`more than one log has this name` : say`more than one log on ${host} has this name`;
    throw unknown(`--source ${source}`, several, source, meant);
  }
  const none = host === null ? say`no log of this name was read` : say`no log of this name was read on ${host}`;
  throw unknown(`--source ${source}`, none, source, names);
}

/** Whether a text is the last parts of a path, such as `web-2/app.log`. */
const isEndOf = (text: string, name: string): boolean =>
  text !== "" && name.replaceAll("\\", "/").endsWith(`/${text.replaceAll("\\", "/")}`);

/** Whether a text is the file's name without its endings, such as `app`. */
const isStemOf = (text: string, name: string): boolean =>
  text !== "" && (logStem(name) === text || logStem(name).replace(/\.[^.]*$/, "") === text);

function unknown(subject: string, message: Wording, wanted: string, known: readonly string[]): WsaError {
  const near = nearestFirst(wanted, known);
  const names = allOf(near.slice(0, MOST_NAMES));
  const more = near.length - MOST_NAMES;
  const shown = more > 0 ? say`${names}, and ${more} more` : names;
  return new WsaError("usage", subject, message, {
    hint: near.length > 1 ? say`known, the nearest first: ${shown}` : say`known: ${shown}`,
  });
}

const MOST_NAMES = 10;

function nearestFirst(wanted: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, distance: distanceOf(wanted, name) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** A name that holds the text is nearer than any that does not. */
function distanceOf(wanted: string, name: string): number {
  const [a = "", b = "", stem = ""] = [wanted, name, logStem(name)].map((text) =>
    text.toLowerCase().slice(-MOST_CHARACTERS),
  );
  return a !== "" && b.includes(a) ? 0 : Math.min(editDistance(a, b), editDistance(a, stem));
}

/** Of each name, from its end: a comparison of long paths costs the square of their length. */
const MOST_CHARACTERS = 64;

const hostsOf = (logs: readonly LogName[]): string[] => unique(logs.map(({ host }) => host));

const unique = (names: readonly string[]): string[] => [...new Set(names)];
