/**
 * Returns the scheme of an address in lower case, empty for a path. It has two letters or more, because one letter is a
 * drive. `mark` comes after it: "://" where paths may have colons.
 */
export function schemeOf(address: string, mark: ":" | "://" = ":"): string {
  const [scheme = ""] = /^[a-z][a-z0-9+.-]+(?=:)/i.exec(address) ?? [];
  return address.startsWith(mark, scheme.length) ? scheme.toLowerCase() : "";
}

/**
 * Returns the address as it may be shown: without a user's name and passwords. All before the last `@` goes, because a
 * password that is not percent-encoded may have any mark in it.
 */
export function withoutCredentials(address: string): string {
  return address
    .replace(/^([a-z][a-z0-9+.-]+:)(\/\/|\/?(?=[^/].*:)).*@/is, "$1$2")
    .replace(/([?&#](?:ssl)?(?:passw(?:or)?d|pass|token|secret|auth)=)[^&]*/gi, "$1…");
}
