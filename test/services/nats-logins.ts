import { nkeys } from "@nats-io/transport-node";

/** What a server of NATS in operator mode is configured with, and the file of credentials that it lets in. */
export function makeOperator(): { readonly config: string; readonly creds: string } {
  const [operator, system, account, user] = [
    nkeys.createOperator(),
    nkeys.createAccount(),
    nkeys.createAccount(),
    nkeys.createUser(),
  ];
  const unlimited = Object.fromEntries(
    [
      "subs",
      "data",
      "payload",
      "imports",
      "exports",
      "conn",
      "leaf",
      "mem_storage",
      "disk_storage",
      "streams",
      "consumer",
    ].map((name) => [name, -1]),
  );
  const limits = { ...unlimited, wildcards: true };
  const systemJwt = jwtOf(system, operator, {
    type: "account",
    limits: { ...limits, mem_storage: 0, disk_storage: 0 },
  });
  const accountJwt = jwtOf(account, operator, { type: "account", limits });
  const userJwt = jwtOf(user, account, { type: "user", pub: {}, sub: {}, subs: -1, data: -1, payload: -1 });
  return {
    config: `operator: ${jwtOf(operator, operator, { type: "operator" })}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload: { ${system.getPublicKey()}: ${systemJwt}, ${account.getPublicKey()}: ${accountJwt} }`,
    creds: `-----BEGIN NATS USER JWT-----
${userJwt}
------END NATS USER JWT------

-----BEGIN USER NKEY SEED-----
${seedOf(user)}
------END USER NKEY SEED------
`,
  };
}

export function seedOf(pair: nkeys.KeyPair): string {
  return Buffer.from(pair.getSeed()).toString();
}

function jwtOf(subject: nkeys.KeyPair, issuer: nkeys.KeyPair, nats: object): string {
  const claims = {
    jti: subject.getPublicKey(),
    iat: 1795161600,
    iss: issuer.getPublicKey(),
    name: "test",
    sub: subject.getPublicKey(),
    nats: { ...nats, version: 2 },
  };
  const body = [{ typ: "JWT", alg: "ed25519-nkey" }, claims].map((part) => base64(JSON.stringify(part))).join(".");
  return `${body}.${base64(issuer.sign(Buffer.from(body)))}`;
}

function base64(data: string | Uint8Array): string {
  return Buffer.from(data).toString("base64url");
}
