import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder } from "../program.ts";

async function withStore(): Promise<string> {
  const home = temporaryFolder();
  writeFileSync(join(home, "app.log"), "WSAECONNRESET\n");
  await run(["annotate", "app.log"], { home });
  return home;
}

test("ack marks codes, lists them and takes the marks back", async () => {
  const home = await withStore();
  expect(await run(["ack"], { home })).toMatchObject({
    stdout: "",
    stderr: "wsa-annotate: no code is marked as known\n",
  });
  const marked = await run(["ack", "10061", "WSAECONNRESET", "--note", "db-2 \u001b[2J", "--for", "2w"], { home });
  expect(marked.stderr).toMatch(
    /^wsa-annotate: known from now on until [\d-]{10}: 10061 WSAECONNREFUSED, 10054 WSAECONNRESET\n$/,
  );
  expect(await run(["ack", "10061"], { home })).toMatchObject({
    code: 0,
    stderr: "wsa-annotate: known from now on: 10061 WSAECONNREFUSED\n",
  });
  const { stdout } = await run(["ack"], { home });
  expect(stdout).toMatch(
    /^10054 {2}WSAECONNRESET {2}known since [\d-]{10}, until [\d-]{10}: db-2 .+\n10061 {2}WSAECONNREFUSED {2}known since [\d-]{10}\n$/,
  );
  expect(stdout).not.toContain("\u001b");
  const undone = await run(["ack", "10054", "10060", "--undo"], { home });
  expect(undone).toMatchObject({
    code: 0,
    stderr: "wsa-annotate: no longer marked as known: 10054 WSAECONNRESET\nwsa-annotate: 10060: not marked\n",
  });
  expect((await run(["ack"], { home })).stdout).toMatch(/^10061 .*\n$/);
});

test.each([
  [["ack", "10061"], "there is no store here yet"],
  [["ack", "nonsense"], "not a Winsock error code"],
  [["ack", "--undo"], "no code is given"],
  [["ack", "10061", "--for", "soon"], "not a number of days"],
  [["ack", "10061", "--undo", "--note", "x"], "mutually exclusive"],
])("%j is refused", async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("ack explains itself", async () => {
  const { stdout } = await run(["ack", "--help"]);
  for (const word of ["--note", "--for", "--undo", "ack 10061"]) expect(stdout).toContain(word);
});
