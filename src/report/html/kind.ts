import type { Category } from "../../catalogue/entry.ts";
import type { CodeRow } from "../model/report.ts";

/** The class that colours what belongs to a category; a code that the catalogue does not know has none. */
export const kindOf = (category: Category | null): string => category ?? "unknown";

/** The class of each code in a chart of many: its category's colour, a paler shade for each further code of the category. */
export function shadesOf(codes: readonly Pick<CodeRow, "code" | "category">[]): Map<number, string> {
  const used = new Map<string, number>();
  return new Map(
    codes.map(({ code, category }) => {
      const kind = kindOf(category);
      const shade = used.get(kind) ?? 0;
      used.set(kind, shade + 1);
      return [code, `${kind} shade-${Math.min(shade, PALEST)}`];
    }),
  );
}

const PALEST = 3;
