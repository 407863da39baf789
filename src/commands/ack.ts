import type { ArgumentsCamelCase, Argv, CommandModule } from "yargs";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Language } from "../catalogue/entry.ts";
import { WsaError } from "../error.ts";
import { withStoredNames } from "../report/model/stored-names.ts";
import type { Ack } from "../store/ack.ts";
import type { Store } from "../store/store.ts";
import { type Io, tell, write } from "../terminal/io.ts";
import { visible } from "../text/visible.ts";
import { allOf, say } from "../wording.ts";
import { inLanguage } from "../wordings/index.ts";
import { catalogueOf, catalogueOption } from "./options/catalogue.ts";
import { checkCodesFirst, codesOf } from "./options/codes.ts";
import { parseDays } from "./options/days.ts";
import { openForChange, openForReading, storeOption } from "./options/store.ts";

/** `ack`: marks codes as known, so that reports do not call them new. */
export function createAckCommand(io: Io): CommandModule {
  return {
    command: "ack [codes..]",
    describe: "Mark codes as known, so that reports do not call them new",
    builder: (yargs: Argv) =>
      yargs
        .positional("codes", { type: "string", array: true, describe: "Numbers or names; none: list the marks" })
        .options(ackOptions)
        .example('$0 ack 10061 --note "db-2 is being replaced" --for 2w', "known until then")
        .example("$0 ack WSAECONNREFUSED --undo", "news again")
        .example("$0 ack", "what is marked") as Argv,
    handler: (args) => run(io, args as unknown as ArgumentsCamelCase<AckArguments>),
  };
}

const ackOptions = {
  note: { type: "string", requiresArg: true, group: "Mark:", describe: "Why it is known" },
  for: {
    type: "string",
    requiresArg: true,
    group: "Mark:",
    describe: "How long it is known: 14d, 2w",
    defaultDescription: "for good",
  },
  undo: { type: "boolean", group: "Mark:", conflicts: ["note", "for"], describe: "Take the marks back" },
  catalogue: catalogueOption,
  store: storeOption,
} as const;

interface AckArguments {
  readonly codes?: readonly string[];
  readonly note?: string;
  readonly for?: string;
  readonly undo?: boolean;
  readonly catalogue?: string;
  readonly store?: string;
}

const daySeconds = 86_400;

async function run(io: Io, args: AckArguments): Promise<void> {
  const given = await catalogueOf(args.catalogue);
  if (!args.codes?.length) return await list(io, args, given);
  const now = Math.floor(io.now() / 1000);
  const until = args.for === undefined ? null : now + parseDays("--for", args.for) * daySeconds;
  const names = args.codes;
  const store = await openForChange(io, args.store).catch(checkCodesFirst(names, given));
  try {
    const catalogue = await withStoredNames(given, store);
    const codes = codesOf(names, catalogue).map(({ code }) => code);
    if (args.undo === true) return await undo(io, store, codes, catalogue);
    await store.acknowledge(codes.map((code) => ({ code, until, note: args.note ?? "", acknowledged: now })));
    const marked = namesOf(codes, catalogue);
    await tell(
      io,
      until === null ? say`known from now on: ${marked}` : say`known from now on until ${dayOf(until)}: ${marked}`,
    );
  } finally {
    await store.close();
  }
}

async function undo(io: Io, store: Store, codes: readonly number[], catalogue: Catalogue): Promise<void> {
  const withdrawn = await store.withdraw(codes);
  const unmarked = codes.filter((code) => !withdrawn.includes(code));
  if (withdrawn.length > 0) await tell(io, say`no longer marked as known: ${namesOf(withdrawn, catalogue)}`);
  if (unmarked.length > 0) await tell(io, say`${allOf(unmarked.map(String))}: not marked`);
}

async function list(io: Io, args: AckArguments, given: Catalogue): Promise<void> {
  if (args.undo === true || args.note !== undefined || args.for !== undefined)
    throw new WsaError("usage", "ack", say`no code is given`, {
      hint: say`for example: wsa-annotate ack 10061 --undo`,
    });
  const store = await openForReading(io, args.store);
  try {
    const catalogue = await withStoredNames(given, store);
    const acks = await store.acks();
    for (const ack of acks) await write(io.stdout, describe(ack, catalogue, io.lang));
    if (acks.length === 0) await tell(io, say`no code is marked as known`);
  } finally {
    await store.close();
  }
}

function describe({ code, until, note, acknowledged }: Ack, catalogue: Catalogue, lang: Language): string {
  const name = catalogue.byCode(code)?.name ?? "";
  const since = say`known since ${dayOf(acknowledged)}`;
  const time = inLanguage(until === null ? since : say`${since}, until ${dayOf(until)}`, lang);
  return `${[code, name, time].filter((part) => part !== "").join("  ")}${note === "" ? "" : `: ${visible(note)}`}\n`;
}

function namesOf(codes: readonly number[], catalogue: Catalogue): string {
  return codes.map((code) => `${code} ${catalogue.byCode(code)?.name ?? ""}`.trim()).join(", ");
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
