/** The address as the library takes it: with the modes of TLS that `psql` has. */
export function connectionString(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}uselibpqcompat=true`;
}
