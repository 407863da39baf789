/**
 * Returns the scheme of an address in lower case, empty for a path. It has two letters or more, because one letter is a
 * drive. `mark` comes after it: "://" where paths may have colons.
 */
export function schemeOf(address: string, mark: ":" | "://" = ":"): string {
  const [scheme = ""] = /^[a-z][a-z0-9+.-]+(?=:)/i.exec(address) ?? [];
  return address.startsWith(mark, scheme.length) ? scheme.toLowerCase() : "";
}

/** Returns the address as it may be shown: without a user's name and passwords. */
export function withoutCredentials(address: string): string {
  return address.replace(/:\/\/[^?#]*@/, "://").replace(/([?&](?:ssl)?password=)[^&]*/gi, "$1…");
}
