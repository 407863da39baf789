import { visible } from "../../text/visible.ts";

/** HTML or SVG that may be written as it stands. Only this file makes it, so whatever else is written is text. */
export class Markup {
  readonly #text: string;

  constructor(maker: typeof MAKER, text: string) {
    if (maker !== MAKER) throw new TypeError("only the markup template makes markup");
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text and numbers are escaped, null is nothing, a list is its members. */
export type Child = Markup | string | number | null | readonly Child[];

/**
 * A template for HTML and SVG. What is filled in is text, in content as in a quoted attribute: its control and
 * bidirectional characters become visible and nothing in it can end the place it stands in.
 */
export function markup(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(MAKER, parts.map((part, i) => part + written(children[i] ?? null)).join(""));
}

/** The program's own style sheet or script, which no template may escape; it must not hold what a log wrote. */
export function trusted(text: string): Markup {
  return new Markup(MAKER, text);
}

/** A sentence of the catalogue: what stands in backquotes is a command. */
export function prose(text: string): Markup {
  const parts = text.split(/(`[^`]*`)/).filter((part) => part !== "");
  return markup`${parts.map((part) => (/^`.*`$/s.test(part) ? markup`<code>${part.slice(1, -1)}</code>` : part))}`;
}

const MAKER = Symbol("maker");

function written(child: Child): string {
  if (child === null) return "";
  if (child instanceof Markup) return child.toString();
  if (typeof child === "object") return child.map(written).join("");
  return visible(String(child)).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
