import { visible } from "../../text/visible.ts";

/** HTML or SVG that needs no escaping. Only this file can create it, so everything else is treated as text. */
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

/** A value in a template: text and numbers are escaped, null is nothing, a list is its members. */
export type Child = Markup | string | number | null | readonly Child[];

/**
 * A template for HTML and SVG. Values become text, in content and in quoted attributes: control and bidirectional
 * characters become visible, and no value can leave its place.
 */
export function markup(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(MAKER, parts.map((part, i) => part + written(children[i] ?? null)).join(""));
}

/** Marks the program's own style sheet or script as markup. It must not hold text from logs. */
export function trusted(text: string): Markup {
  return new Markup(MAKER, text);
}

/** Marks up a text of the catalogue: what is in backquotes becomes code. */
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
