import { kernelData } from './memory-map.ts';

/** The `tokens` kernel; assembly/tokens.ts says what each of its passes takes. */
export interface TokensKernel {
  readonly classify: (ids: number, count: number, table: number, classes: number) => void;
  readonly classifyFurther: TokensKernel['classify'];
  readonly classifyFew: (ids: number, count: number, few: number, pairs: number, classes: number) => void;
  readonly placesOf: (classes: number, from: number, to: number, fits: number, places: number) => number;
  readonly match: (job: number) => number;
  readonly differing: (
    bytes: number,
    count: number,
    ids: number,
    from: number,
    text: number,
    units: number,
    formStarts: number,
    forms: number,
    known: number,
    out: number,
  ) => number;
  readonly extentOf: (bytes: number, size: number, count: number, out: number) => number;
  readonly decodeUtf8: (bytes: number, size: number, units: number, most: number) => void;
}

interface Loaded {
  readonly memory: WebAssembly.Memory;
  readonly call: TokensKernel;
}

/** One of each module: nothing stays in its memory from one piece of work to the next. */
const loaded = new WeakMap<WebAssembly.Module, Loaded>();

export function tokensKernel(module: WebAssembly.Module): Loaded {
  const known = loaded.get(module);
  if (known !== undefined) return known;
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
  const call = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as TokensKernel;
  const made = { memory, call };
  loaded.set(module, made);
  return made;
}

/** Places in the memory of a kernel, one behind the other; it grows where they ask for more. */
export function roomIn(memory: WebAssembly.Memory): {
  /** @returns byte offset, a multiple of 16 */
  readonly room: (bytes: number) => number;
  readonly end: () => number;
  /** Gives back what lies behind. */
  readonly backTo: (end: number) => void;
} {
  let end = kernelData;
  return {
    room(bytes) {
      const at = end;
      end = Math.ceil((at + bytes) / 16) * 16;
      const pages = Math.ceil(end / 65_536) - memory.buffer.byteLength / 65_536;
      if (pages > 0) memory.grow(pages);
      return at;
    },
    end: () => end,
    backTo: (before) => void (end = before),
  };
}
