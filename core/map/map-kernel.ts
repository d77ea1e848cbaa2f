/** What the compiled `map` kernel does; addresses are bytes in its memory. */
export interface MapKernel {
  packLeft(source: number, stride: number, rows: number, depth: number, target: number): void;
  packRightTransposed(source: number, stride: number, depth: number, columns: number, target: number): void;
  multiply(
    left: number,
    right: number,
    target: number,
    stride: number,
    rows: number,
    columns: number,
    depth: number,
    add: boolean,
  ): void;
  keepBest(
    scores: number,
    count: number,
    first: number,
    own: number,
    rows: number,
    best: number,
    most: number,
  ): void;
  umapEpoch(
    places: number,
    points: number,
    edges: number,
    count: number,
    epoch: number,
    rate: number,
    a: number,
    b: number,
    pushes: number,
    state: number,
  ): void;
}

/** The kernel’s own constants come first. */
const firstPlace = 16_384;

/** Memory for pieces of so many bytes each, and where they stand: on multiples of 64. */
export function mapMemory(
  module: WebAssembly.Module,
  pieces: readonly number[],
): { readonly kernel: MapKernel; readonly buffer: ArrayBufferLike; readonly places: readonly number[] } {
  let end = firstPlace;
  const places = pieces.map((bytes) => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  });
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / 65_536), maximum: 65_536, shared: true });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as MapKernel;
  return { kernel, buffer: memory.buffer, places };
}
