/**
 * Escapes text for XML so that it stays on one line: line breaks and other control characters become references.
 * Apostrophes are escaped too in an attribute that has them around it.
 */
export function escapeXml(text: string, inAttribute: boolean): string {
  const special = inAttribute ? IN_ATTRIBUTE : IN_TEXT;
  return special.test(text) ? text.replace(inAttribute ? EACH_IN_ATTRIBUTE : EACH_IN_TEXT, reference) : text;
}

function reference(character: string): string {
  return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&apos;" };
const IN_TEXT = /[\0-\x08\x0a-\x1f&<>]/;
const IN_ATTRIBUTE = /[\0-\x1f&<>']/;
const EACH_IN_TEXT = new RegExp(IN_TEXT, "g");
const EACH_IN_ATTRIBUTE = new RegExp(IN_ATTRIBUTE, "g");
