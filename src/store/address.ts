/** The scheme of an address, in lower case; "" for a path. A scheme has two letters or more, because one is a drive. */
export function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]+):/i.exec(address)?.[1]?.toLowerCase() ?? "";
}

/** The address as it may be shown: without a user's name and password. */
export function withoutCredentials(address: string): string {
  return address.replace(/\/\/[^@/]*@/, "//");
}
