import { z } from "zod";
import { type Category, operations, type Severity, type Text } from "./entry.ts";
import type { EntryOverride } from "./entry-override.ts";

/** Checks the rows of a user's catalogue file. `problem` describes the first error and its place, or is null. */
export function checkOverrides(rows: readonly unknown[]): {
  readonly overrides: readonly EntryOverride[];
  readonly problem: string | null;
} {
  const { data, error } = z.array(override).safeParse(rows);
  if (error === undefined) return { overrides: data, problem: null };
  const [first] = error.issues;
  const where = (first?.path ?? [])
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("");
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return { overrides: [], problem: `entries${where}: ${first?.message}${more}` };
}

const categories = [
  "connection",
  "address",
  "name-resolution",
  "resource",
  "state",
  "argument",
  "provider",
  "qos",
  "async",
  "permission",
] as const satisfies readonly Category[];

const severities = ["critical", "error", "warning", "info"] as const satisfies readonly Severity[];

const words = z.string().trim().min(1, "a text is empty");

const text = z.union(
  [words.transform((both): Text => ({ en: both, zh: both })), z.strictObject({ en: words, zh: words })],
  { error: 'must be a text, or { "en": …, "zh": … }' },
);

const CODE = "must be a whole number from 1 to 65535";

// The HRESULT and NTSTATUS spellings hold sixteen bits of code.
const code = z.int(CODE).min(1, CODE).max(0xffff, CODE);

const name = z.string().regex(/^[A-Za-z_]\w*$/, "a name has letters, digits and underscores only");

const override = z.strictObject({
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
      }),
    )
    .optional(),
  related: z.array(z.strictObject({ code, note: text })).optional(),
});
