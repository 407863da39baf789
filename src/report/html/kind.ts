import type { Category } from "../../catalogue/entry.ts";
import type { CodeRow } from "../model/code-row.ts";

/** CSS class with the colour of a category; null is a code that is not in the catalogue. */
export const kindOf = (category: Category | null): string => category ?? "unknown";

/** CSS classes of the codes in one chart: the colour of the category, paler for each further code of it. */
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
