import { visible } from "./text/visible.ts";

/**
 * A sentence for people. It is written in English where it belongs; `wordings/` has it in other languages, by its
 * template. Plain data, so that it can go to another thread.
 */
export interface Wording {
  /** The English sentence, with `{1}`, `{2}`, … for the values. */
  readonly template: string;
  /** Names, numbers and text of others stay as they are; wordings are translated too. */
  readonly values: readonly (string | number | Wording)[];
}

/** Makes a wording: ``say`no format has the ending ${ending}` ``. */
export function say(parts: TemplateStringsArray, ...values: Wording["values"]): Wording {
  const template = parts.reduce((text, part, i) => `${text}{${i}}${part}`);
  return { template, values };
}

/** A sentence without values that is not written here, such as the description of an option. */
export const fixed = (template: string): Wording => ({ template, values: [] });

/**
 * Puts the values into a template; by default the English one. Text of others has its control characters as escapes: it moves
 * no cursor and begins no line.
 */
export function filled(
  { template, values }: Wording,
  inWords: (value: Wording) => string = (value) => filled(value),
): string {
  return template.replace(/\{(\d)\}/g, (_, at) => {
    const value = values[Number(at) - 1];
    return typeof value === "object" ? inWords(value) : visible(String(value));
  });
}

/** Joins names: `a, b, c`. */
export function allOf(names: readonly string[]): Wording {
  return names.slice(1).reduce((some, name) => say`${some}, ${name}`, say`${names[0] ?? ""}`);
}

/** Joins names: `a or b or c`. */
export function anyOf(names: readonly string[]): Wording {
  return names.slice(1).reduce((some, name) => say`${some} or ${name}`, say`${names[0] ?? ""}`);
}
