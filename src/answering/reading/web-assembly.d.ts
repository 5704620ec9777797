/** What is used of WebAssembly: Node has it, its type declarations (20) do not. */
declare namespace WebAssembly {
  class Memory {
    constructor(sizes: { initial: number })
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>)
    readonly exports: Record<string, unknown>
  }
}
