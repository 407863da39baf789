/** An element of XML that is written in binary. */
export interface Node {
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, content: Piece])[];
  /** Absent for an element that is closed in its own tag. */
  readonly content?: readonly Piece[];
}

/** A place for a value, or what is between tags. */
export type Piece =
  | string
  | Node
  | { readonly hole: number; readonly optional?: boolean }
  | { readonly character: number }
  | { readonly entity: string }
  | { readonly cdata: string }
  | { readonly target: string; readonly data: string };

/** A value of a record: bytes, or XML with values of its own. */
export type Value =
  | { readonly type: number; readonly bytes: Buffer }
  | { readonly xml: Node; readonly values?: readonly Value[] };

const MORE = 0x40;

/** Writes binary XML into a chunk, in which names and templates are written once and referred to by their offsets. */
export class BinaryXml {
  readonly bytes: Buffer;
  at: number;
  readonly #names = new Map<string, number>();
  readonly #templates = new Map<string, number>();

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  u8(value: number): void {
    this.bytes.writeUInt8(value, this.at);
    this.at += 1;
  }

  u16(value: number): void {
    this.bytes.writeUInt16LE(value, this.at);
    this.at += 2;
  }

  u32(value: number): void {
    this.bytes.writeUInt32LE(value, this.at);
    this.at += 4;
  }

  u64(value: bigint): void {
    this.bytes.writeBigUInt64LE(value, this.at);
    this.at += 8;
  }

  raw(value: Buffer): void {
    if (this.at + value.length > this.bytes.length) throw new RangeError("the chunk is full");
    this.at += value.copy(this.bytes, this.at);
  }

  /** XML with values: a template, which is defined where it comes first. */
  instance(xml: Node, values: readonly Value[]): void {
    this.#fragment();
    this.u8(0x0c);
    this.u8(1);
    const key = JSON.stringify(xml);
    const known = this.#templates.get(key);
    this.u32(this.#templates.size);
    this.u32(known ?? this.at + 4);
    if (known === undefined) this.#define(key, xml);
    this.u32(values.length);
    const entries = this.at;
    this.at += 4 * values.length;
    for (const [n, value] of values.entries()) {
      const start = this.at;
      if ("xml" in value) this.instance(value.xml, value.values ?? []);
      else this.raw(value.bytes);
      this.bytes.writeUInt16LE(this.at - start, entries + 4 * n);
      this.bytes.writeUInt8("xml" in value ? 0x21 : value.type, entries + 4 * n + 2);
    }
  }

  /** XML without a template. */
  plain(xml: Node): void {
    this.#fragment();
    this.#element(xml, false);
    this.u8(0);
  }

  #fragment(): void {
    this.raw(Buffer.from([0x0f, 1, 1, 0]));
  }

  #define(key: string, xml: Node): void {
    this.#templates.set(key, this.at);
    this.u32(0);
    this.raw(Buffer.alloc(16, this.#templates.size));
    const size = this.at;
    this.u32(0);
    const start = this.at;
    this.#fragment();
    this.#element(xml, true);
    this.u8(0);
    this.bytes.writeUInt32LE(this.at - start, size);
  }

  #element({ name, attributes = [], content }: Node, isTemplate: boolean): void {
    this.u8(attributes.length > 0 ? 0x01 | MORE : 0x01);
    if (isTemplate) this.u16(0xffff);
    const size = this.#later();
    this.#name(name);
    if (attributes.length > 0) {
      const list = this.#later();
      for (const [n, [name, piece]] of attributes.entries()) {
        this.u8(n < attributes.length - 1 ? 0x06 | MORE : 0x06);
        this.#name(name);
        this.#piece(piece, isTemplate);
      }
      list();
    }
    this.u8(content === undefined ? 0x03 : 0x02);
    for (const piece of content ?? []) this.#piece(piece, isTemplate);
    if (content !== undefined) this.u8(0x04);
    size();
  }

  #piece(piece: Piece, isTemplate: boolean): void {
    if (typeof piece === "string") {
      this.u8(0x05);
      this.u8(0x01);
      this.#text(piece);
    } else if ("hole" in piece) {
      this.u8(piece.optional === true ? 0x0e : 0x0d);
      this.u16(piece.hole);
      this.u8(0);
    } else if ("character" in piece) {
      this.u8(0x08);
      this.u16(piece.character);
    } else if ("entity" in piece) {
      this.u8(0x09);
      this.#name(piece.entity);
    } else if ("cdata" in piece) {
      this.u8(0x07);
      this.#text(piece.cdata);
    } else if ("target" in piece) {
      this.u8(0x0a);
      this.#name(piece.target);
      this.u8(0x0b);
      this.#text(piece.data);
    } else this.#element(piece, isTemplate);
  }

  #name(name: string): void {
    const known = this.#names.get(name);
    this.u32(known ?? this.at + 4);
    if (known !== undefined) return;
    this.#names.set(name, this.at);
    this.u32(0);
    this.u16(0);
    this.#text(name);
    this.u16(0);
  }

  #text(text: string): void {
    this.u16(text.length);
    this.raw(Buffer.from(text, "utf16le"));
  }

  /** Leaves room for a size; the function writes it. */
  #later(): () => void {
    const place = this.at;
    this.u32(0);
    return () => this.bytes.writeUInt32LE(this.at - place - 4, place);
  }
}
