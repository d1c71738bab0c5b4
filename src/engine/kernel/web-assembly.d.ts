/** What is used of WebAssembly, which every runtime has under this name. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum: number; shared: boolean });
    readonly buffer: ArrayBuffer | SharedArrayBuffer;
    grow(pages: number): number;
  }
  /** Compiled code, which is handed on and not looked into. */
  type Module = object;
  const Module: new (bytes: Uint8Array) => Module;
  class Instance {
    constructor(module: Module, imports?: { readonly env: { readonly memory: Memory } });
    readonly exports: object;
  }
}
