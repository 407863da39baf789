import { BrokenXml } from "./broken-xml.ts";
import type { Chunk } from "./chunk.ts";
import { escapeXml } from "./escape.ts";
import { addPart, encodeParts, type Facts, type Part, type Substitution, type Template, textOfParts } from "./part.ts";

const END = 0x00;
const OPEN_ELEMENT = 0x01;
const CLOSE_START = 0x02;
const CLOSE_EMPTY = 0x03;
const END_ELEMENT = 0x04;
const VALUE = 0x05;
const ATTRIBUTE = 0x06;
const CDATA = 0x07;
const CHARACTER = 0x08;
const ENTITY = 0x09;
const PI_TARGET = 0x0a;
const PI_DATA = 0x0b;
const NORMAL = 0x0d;
const OPTIONAL = 0x0e;
const FRAGMENT = 0x0f;
/** Set in a token where more of its kind, or attributes, follow. */
const MORE = 0x40;
const STRING = 0x01;
const MAX_DEPTH = 64;

/** Elements and attributes whose content is a fact. */
const FACTS: Readonly<Record<string, keyof Facts>> = {
  EventRecordID: "recordId",
  "TimeCreated SystemTime": "time",
  Channel: "channel",
  Computer: "computer",
};

/**
 * Reads binary XML between two offsets of a chunk, up to its end token: a template's, or XML that has no template.
 * Throws where it is broken.
 *
 * @param isTemplate whether it is a template's: its elements name a dependency.
 */
export function parseXml(chunk: Chunk, from: number, to: number, isTemplate: boolean): Template {
  const parser = new Parser(chunk, from, to, isTemplate);
  const parts: Part[] = [];
  parser.content(parts, 0);
  return { parts: encodeParts(parts), facts: parser.facts, text: textOfParts(parts) };
}

class Parser {
  readonly facts: { -readonly [Name in keyof Facts]: Facts[Name] } = {};
  readonly #chunk: Chunk;
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #isTemplate: boolean;
  #at: number;

  constructor(chunk: Chunk, from: number, to: number, isTemplate: boolean) {
    this.#chunk = chunk;
    this.#bytes = chunk.bytes;
    this.#at = from;
    this.#end = Math.min(to, chunk.bytes.length);
    this.#isTemplate = isTemplate;
  }

  /** Reads what is between two tags, and the token that ends it. */
  content(parts: Part[], depth: number): void {
    while (this.#at < this.#end) {
      const token = this.#byte() & ~MORE;
      if (token === END || token === END_ELEMENT) return;
      if (token === FRAGMENT) this.#skip(3);
      else if (token === OPEN_ELEMENT) this.#element(parts, depth);
      else if (token === CDATA)
        this.#add(
          parts,
          `<![CDATA[${this.#text()
            .replace(/[\0-\x1f]/g, " ")
            .replaceAll("]]>", "]]]]><![CDATA[>")}]]>`,
        );
      else if (token === PI_TARGET) this.#add(parts, `<?${this.#name()}`);
      else if (token === PI_DATA)
        this.#add(
          parts,
          ` ${this.#text()
            .replace(/[\0-\x1f]/g, " ")
            .replaceAll("?>", "? >")}?>`,
        );
      else if (!this.#data(token, parts, false)) throw new BrokenXml(`token ${token} in an element`);
    }
    if (depth > 0) throw new BrokenXml("an element breaks off");
  }

  #element(parts: Part[], depth: number): void {
    if (depth > MAX_DEPTH) throw new BrokenXml("elements stand too deep in others");
    const hasAttributes = (this.#byteBefore() & MORE) !== 0;
    if (this.#isTemplate) this.#skip(2);
    this.#skip(4);
    const name = this.#name();
    const before: Part[] = [];
    this.#add(before, `<${name}`);
    if (hasAttributes) {
      this.#skip(4);
      while ((this.#peek() & ~MORE) === ATTRIBUTE) this.#attribute(before, name);
    }
    const token = this.#byte();
    if (token === CLOSE_EMPTY) {
      this.#add(before, "/>");
      for (const part of before) addPart(parts, part);
      return;
    }
    if (token !== CLOSE_START) throw new BrokenXml(`token ${token} in a tag`);
    this.#add(before, ">");
    const content: Part[] = [];
    this.content(content, depth + 1);
    this.#note(name, content);
    const after = `</${name}>`;
    this.#chunk.spend(after.length);
    const [value] = content;
    if (content.length === 1 && typeof value === "object" && value.kind === "value")
      addPart(parts, { kind: "element", before, value, after });
    else for (const part of [...before, ...content, after]) addPart(parts, part);
  }

  #attribute(parts: Part[], element: string): void {
    this.#skip(1);
    const name = this.#name();
    const before = ` ${name}='`;
    this.#chunk.spend(before.length);
    const content: Part[] = [];
    for (;;) {
      const token = this.#peek() & ~MORE;
      if (!DATA.has(token)) break;
      this.#skip(1);
      this.#data(token, content, true);
    }
    this.#note(`${element} ${name}`, content);
    const [value] = content;
    if (content.length === 1 && typeof value === "object" && value.kind === "value" && value.optional)
      addPart(parts, { kind: "attribute", before, value });
    else for (const part of [before, ...content, "'"]) addPart(parts, part);
  }

  /** Reads text, a reference or a place for a value; returns whether the token was one of these. */
  #data(token: number, parts: Part[], inAttribute: boolean): boolean {
    if (token === VALUE) {
      const type = this.#byte();
      if (type !== STRING) throw new BrokenXml(`text of type ${type}`);
      this.#add(parts, escapeXml(this.#text(), inAttribute));
    } else if (token === CHARACTER) {
      this.#add(parts, `&#${this.#number16()};`);
    } else if (token === ENTITY) {
      this.#add(parts, `&${this.#name()};`);
    } else if (token === NORMAL || token === OPTIONAL) {
      const index = this.#number16();
      this.#skip(1);
      addPart(parts, { kind: "value", index, optional: token === OPTIONAL, inAttribute });
    } else return false;
    return true;
  }

  #note(place: string, [content, ...others]: readonly Part[]): void {
    const fact = FACTS[place];
    if (fact === undefined || others.length > 0 || content === undefined) return;
    if (typeof content === "string" || content.kind === "value") this.facts[fact] ??= content as string | Substitution;
  }

  #add(parts: Part[], text: string): void {
    this.#chunk.spend(text.length);
    addPart(parts, text);
  }

  /** A name by its offset; it follows where it is used for the first time. */
  #name(): string {
    const offset = this.#bytes.readUInt32LE(this.#at);
    this.#skip(4);
    const name = this.#chunk.name(offset);
    if (offset === this.#at) this.#at = this.#chunk.nameEnd(offset);
    return name;
  }

  #text(): string {
    const length = 2 * this.#number16();
    this.#skip(length);
    return this.#bytes.toString("utf16le", this.#at - length, this.#at);
  }

  #number16(): number {
    this.#skip(2);
    return this.#bytes.readUInt16LE(this.#at - 2);
  }

  #byte(): number {
    this.#skip(1);
    return this.#bytes.readUInt8(this.#at - 1);
  }

  #byteBefore(): number {
    return this.#bytes.readUInt8(this.#at - 1);
  }

  #peek(): number {
    if (this.#at >= this.#end) throw new BrokenXml("breaks off");
    return this.#bytes.readUInt8(this.#at);
  }

  #skip(bytes: number): void {
    this.#at += bytes;
    if (this.#at > this.#end) throw new BrokenXml("breaks off");
  }
}

const DATA: ReadonlySet<number> = new Set([VALUE, CHARACTER, ENTITY, NORMAL, OPTIONAL]);
