import { AppError } from '../../contract/errors.ts';
import { stemAlgorithm } from '../../contract/stem-languages.ts';
import { loadBuilt } from './dictionaries/load-dictionary.ts';

/** What the module of Snowball gives: words go in and come out as UTF-8 in its memory. */
interface SnowballModule {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_start?: () => void;
  readonly __wbindgen_malloc: (bytes: number, alignment: number) => number;
  readonly __wbindgen_free: (at: number, bytes: number, alignment: number) => void;
  readonly stemmer_new: (algorithm: number) => number;
  readonly stemmer_stem: (stemmer: number, at: number, bytes: number) => [at: number, bytes: number];
}

let folder: string | null = null;
let snowball: SnowballModule | null = null;

/** Where the stemmers of this thread are: loaded when the first is asked for. @param kernels folder of the built files */
export function stemmersIn(kernels: string): void {
  folder = kernels;
}

/**
 * The stem of a word in lower case (Porter 1980 and its successors, Snowball 3.1.1); null for languages without a stemmer.
 * A word that is all ending, as the Czech a and kino, is its own stem.
 * @throws AppError E_INTERNAL where the module cannot be loaded
 */
export function stemmerFor(language: string): ((word: string) => string) | null {
  const algorithm = stemAlgorithm(language);
  if (algorithm < 0) return null;
  if (folder === null) throw new AppError('E_INTERNAL', { reason: 'stemmers.wasm: nobody said where it is' });
  snowball ??= loadBuilt(folder, 'stemmers.wasm', instance);
  const { memory, __wbindgen_malloc: allocate, __wbindgen_free: free, stemmer_new, stemmer_stem } = snowball;
  const stemmer = stemmer_new(algorithm);
  return (word) => {
    const bytes = Buffer.from(word);
    // The module takes what it is handed for its own.
    const at = allocate(bytes.length, 1) >>> 0;
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const [stemAt, length] = stemmer_stem(stemmer, at, bytes.length);
    const stem = Buffer.from(memory.buffer, stemAt >>> 0, length).toString();
    free(stemAt, length, 1);
    return stem === '' ? word : stem;
  };
}

function instance(bytes: Uint8Array<ArrayBuffer>): SnowballModule {
  const module = new WebAssembly.Module(bytes);
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = () => {
      // The module asks once for room for objects, of which it gets none; anything else is a fault that it reports.
      if (!name.includes('externref')) throw new Error(name);
    };
  const exports = new WebAssembly.Instance(module, imports).exports as unknown as SnowballModule;
  exports.__wbindgen_start?.();
  return exports;
}
