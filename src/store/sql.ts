/** A query with its values apart from its text, so that each database can write its own placeholders. */
export interface Sql {
  /** The text around the values: one part more than there are values. */
  readonly parts: readonly string[];
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | null;

/** Runs a query over the public tables and views. */
export type RunSql = <Row>(query: Sql) => Promise<Row[]>;

/** A query or a piece of one; inserts other pieces as text and everything else as values. */
export function sql(texts: TemplateStringsArray, ...inserted: readonly (Sql | SqlValue)[]): Sql {
  return concat(
    texts.flatMap((text, index): Sql[] => {
      const before = index === 0 ? [] : [toSql(inserted[index - 1] ?? null)];
      return [...before, { parts: [text], values: [] }];
    }),
  );
}

/** All of these conditions; null is left out. */
export function and(...conditions: readonly (Sql | null)[]): Sql {
  const asked = conditions.filter((condition) => condition !== null);
  if (asked.length === 0) return sql`1 = 1`;
  return asked.map((condition) => sql`(${condition})`).reduce((all, next) => sql`${all} AND ${next}`);
}

/** A column that has one of these values. */
export function inList(column: Sql, values: readonly SqlValue[]): Sql {
  if (values.length === 0) return sql`1 = 0`;
  return sql`${column} IN (${values.map(toSql).reduce((list, next) => sql`${list}, ${next}`)})`;
}

/** The text of a query; a placeholder is given its number, beginning with 1. */
export function renderSql({ parts }: Sql, placeholder: (number: number) => string): string {
  return parts.reduce((text, part, index) => `${text}${placeholder(index)}${part}`);
}

function toSql(inserted: Sql | SqlValue): Sql {
  return typeof inserted === "object" && inserted !== null ? inserted : { parts: ["", ""], values: [inserted] };
}

function concat(pieces: readonly Sql[]): Sql {
  const parts = [""];
  for (const { parts: next } of pieces) parts.push(`${parts.pop()}${next[0]}`, ...next.slice(1));
  return { parts, values: pieces.flatMap(({ values }) => values) };
}
