// The host's side of core.wasm: the same class in the worklet and in Node.
// Pure but for WebAssembly: no DOM, no Node, no allocation once loaded.
export {};
