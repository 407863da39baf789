import { z } from "zod";
import { categories, operations, type Severity, type Text } from "./entry.ts";
import type { EntryOverride } from "./entry-override.ts";

/** What is wrong with a value, and its path in it. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is common to all codes of a file. */
export interface Heading {
  readonly name?: string | undefined;
  readonly cues?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
}

/** Checks an entry of a user's catalogue file; null where something is wrong. */
export function checkOverride(value: unknown): {
  readonly override: EntryOverride | null;
  readonly issues: readonly SchemaIssue[];
} {
  const { data, error } = entry.safeParse(value);
  return data === undefined ? { override: null, issues: error?.issues ?? [] } : { override: data, issues: [] };
}

/** Checks the fields beside the entries. `problem` describes the first mistake, or is null. */
export function checkHeading(value: unknown): { readonly heading: Heading; readonly problem: string | null } {
  const { data, error } = heading.safeParse(value);
  if (data !== undefined) return { heading: data, problem: null };
  const [first] = error?.issues ?? [];
  return { heading: {}, problem: [...(first?.path ?? []).map(String), first?.message].join(": ") };
}

const severities = ["critical", "error", "warning", "info"] as const satisfies readonly Severity[];

const words = z.string().trim().min(1, "a text is empty");

const text = z.union(
  [words.transform((both): Text => ({ en: both, zh: both })), z.strictObject({ en: words, zh: words })],
  { error: 'must be a text, or { "en": …, "zh": … }' },
);

const CODE = "must be a whole number from 1 to 2147483647";

const code = z.int(CODE).min(1, CODE).max(0x7fff_ffff, CODE);

const name = z.string().regex(/^[A-Za-z_]\w*$/, "a name has letters, digits and underscores only");

const evidence = z.strictObject({
  ports: z.array(z.int().min(1).max(0xffff)).optional(),
  incidentOf: z.enum(operations).optional(),
});

const phrases = z.array(words);

const heading = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.-]+$/, "must have letters, digits, dots and hyphens only")
    .refine((given) => given !== "winsock", "winsock is the name of the codes that the program knows")
    .optional(),
  cues: phrases.optional(),
  ignore: phrases.optional(),
});

const fields = {
  code,
  name: name.optional(),
  aliases: z.array(name).optional(),
  category: z.enum(categories).optional(),
  retryable: z
    .union([z.enum(["yes", "elsewhere", "no"]), z.boolean().transform((yes) => (yes ? "yes" : "no"))])
    .optional(),
  severity: z.enum(severities).optional(),
  dotnet: name.nullable().optional(),
  posix: name.nullable().optional(),
  libuv: z.strictObject({ name, number: z.int() }).nullable().optional(),
  title: text.optional(),
  meaning: text.optional(),
  advice: z
    .array(
      z.strictObject({
        operations: z.array(z.enum(operations)).default([]),
        cause: text,
        next: text,
        source: z.url({ protocol: /^https?$/ }).optional(),
        evidence: evidence.optional(),
      }),
    )
    .optional(),
  related: z.array(z.strictObject({ code, note: text })).optional(),
  cues: phrases.optional(),
  ignore: phrases.optional(),
};

const entry = z.strictObject(fields, {
  error: (issue) =>
    issue.code === "unrecognized_keys"
      ? `has the unknown field ${JSON.stringify(issue.keys[0])}; known are ${Object.keys(fields).join(", ")}`
      : undefined,
});
