// The part of WebAssembly's JavaScript interface that the sieve uses: Node's types leave it to the library of browsers.
declare namespace WebAssembly {
  /** Whether these bytes can be run here. */
  function validate(bytes: Uint8Array): boolean;

  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Constant {
    readonly value: number;
  }
}
