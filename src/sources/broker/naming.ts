import { WsaError } from "../../error.ts";
import { withoutCredentials } from "../../text/address.ts";
import { say } from "../../wording.ts";
import type { LogNaming } from "./stream.ts";

/** What a person says about names: in the address and by `--host` and `--source`. */
export interface NamingOptions {
  /** The broker's own host, for messages that name none. */
  readonly brokerHost: string;
  readonly host?: string | undefined;
  readonly name?: string | undefined;
  /** The subject or key with `{host}` and `{source}` in it. */
  readonly pattern: string;
  readonly params: URLSearchParams;
}

/** Reads what names a log. Throws a WsaError `usage` for what makes no sense. */
export function createNaming(options: NamingOptions, address: string): LogNaming {
  const { params } = options;
  const placesIn = createPlaces(options.pattern);
  const hostRule = ruleOf("host", params, address);
  const nameRule = ruleOf("source", params, address);
  const optional = (name: string) => params.get(name) ?? undefined;
  return {
    fields: {
      text: optional("text"),
      time: optional("time"),
      host: hostRule.field,
      name: nameRule.field,
    },
    nameOf({ key }, { header }, entry, shipped) {
      const named = placesIn(key);
      const host = header(hostRule.header ?? "host");
      const name = header(nameRule.header ?? "source");
      return {
        host: options.host ?? shipped?.host ?? host ?? named["host"] ?? entry?.host ?? options.brokerHost,
        name: options.name ?? shipped?.name ?? name ?? named["source"] ?? entry?.name ?? key,
      };
    },
  };
}

/** The pattern with `star` in the place of what is named. */
export function withStars(pattern: string, star = "*"): string {
  return pattern.replaceAll(/\{(?:host|source)\}/g, star);
}

/** Creates a function that finds what `{host}` and `{source}` of a pattern are in a key. */
function createPlaces(pattern: string): (key: string) => Readonly<Record<string, string>> {
  if (!/\{(?:host|source)\}/.test(pattern)) return () => ({});
  const source = pattern
    .replaceAll(/[.+?^$()|[\]\\]/g, "\\$&")
    .replaceAll(/\{(host|source)\}/g, "(?<$1>[^.]+)")
    .replaceAll("*", ".*")
    .replaceAll(/>$/g, ".+");
  const expression = new RegExp(`^${source}$`);
  return (key) => expression.exec(key)?.groups ?? {};
}

interface Rule {
  readonly header?: string;
  readonly field?: string;
}

function ruleOf(param: string, params: URLSearchParams, address: string): Rule {
  const value = params.get(param);
  if (value === null) return {};
  const [, kind, name] = /^(header|field):(.+)$/.exec(value) ?? [];
  if (kind === "header" && name !== undefined) return { header: name };
  if (kind === "field" && name !== undefined) return { field: name };
  throw new WsaError("usage", withoutCredentials(address), say`${param}=${value} names neither a header nor a field`, {
    hint: say`for example ${param}=header:X-Name or ${param}=field:kubernetes.node`,
  });
}
