import { AppError } from '../contract/errors.ts';
import { loadBuilt } from '../corpus/tokenize/dictionaries/load-dictionary.ts';

/** What the module of ICU4X gives. Strings are named by the place of two numbers: where they begin and how many units they have. */
interface Icu4x {
  readonly memory: WebAssembly.Memory;
  readonly diplomat_init: () => void;
  readonly diplomat_alloc: (bytes: number, alignment: number) => number;
  readonly diplomat_free: (at: number, bytes: number, alignment: number) => void;
  readonly icu4x_Locale_from_string_mv1: (result: number, tag: number) => void;
  readonly icu4x_Collator_create_v1_mv1: (result: number, locale: number, options: number) => void;
  readonly icu4x_Collator_compare_utf16_mv1: (collator: number, a: number, b: number) => number;
}

let icu4x: Icu4x | null = null;
const collators = new Map<string, number>();

/** Tags that CLDR orders by another one: Chinese by pinyin, Bosnian and its neighbours are there themselves. */
const orderedAs: Readonly<Record<string, string>> = { lzh: 'zh', cmn: 'zh', wuu: 'zh', iw: 'he', in: 'id' };

/**
 * The order of texts by the rules of a language: those of CLDR, which the program carries, so that it is the same on every computer and
 * in the window as on the command line. Languages that CLDR has no rules for, and `und`, have the order that all others begin from. What
 * the rules take for the same goes by its units (UTF-16).
 * @param kernels folder of the built files
 * @param language BCP 47
 * @param numeric whether figures count by their size: 9 before 10
 * @returns numbers of the texts, the first first
 * @throws AppError E_INTERNAL where the module cannot be loaded
 */
export function collated(
  kernels: string,
  language: string,
  texts: readonly string[],
  numeric = false,
): Uint32Array {
  if (texts.length < 2) return Uint32Array.from(texts.keys());
  const order = inPlainOrder(texts);
  icu4x ??= loadBuilt(kernels, 'collation.dict.gz', instance);
  const { memory, diplomat_alloc: allocate, diplomat_free: free } = icu4x;
  const compare = icu4x.icu4x_Collator_compare_utf16_mv1;
  const collator = collatorOf(icu4x, language, numeric);
  const size = 2 * texts.reduce((sum, { length }) => sum + length, 0) + 2;
  const slicesSize = sliceBytes * texts.length;
  const [first, slices] = [allocate(size, 2) >>> 0, allocate(slicesSize, 4) >>> 0];
  const bytes = Buffer.from(memory.buffer);
  let at = first;
  texts.forEach((text, number) => {
    bytes.writeUInt32LE(at, slices + sliceBytes * number);
    bytes.writeUInt32LE(text.length, slices + sliceBytes * number + 4);
    at += bytes.write(text, at, 'utf16le');
  });
  order.sort(
    (a, b) =>
      compare(collator, slices + sliceBytes * a, slices + sliceBytes * b) ||
      (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b),
  );
  free(slices, slicesSize, 4);
  free(first, size, 2);
  return Uint32Array.from(order);
}

/**
 * Numbers of the texts in an order that is nearly that of most languages: by letters without case and marks. What is nearly in order is sorted
 * with few comparisons (`sort` of lists takes runs that it finds), and each asks the module.
 */
function inPlainOrder(texts: readonly string[]): number[] {
  const keys = texts.map((text) => {
    const plain = /^[\0-\x7f]*$/.test(text) ? text : text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
    return plain.toLowerCase();
  });
  return [...texts.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
}

const sliceBytes = 8;

function collatorOf(module: Icu4x, language: string, numeric: boolean): number {
  const tag = `${tagOf(language)}${numeric ? '-u-kn' : ''}`;
  const known = collators.get(tag);
  if (known !== undefined) return known;
  const made = create(module, tag);
  collators.set(tag, made);
  return made;
}

/** What ICU4X can read of a tag. */
function tagOf(language: string): string {
  const [base = '', ...rest] = language.replaceAll('_', '-').toLowerCase().split('-');
  const tag = [orderedAs[base] ?? base, ...rest.filter((part) => /^(?:[a-z]{4}|[a-z]{2}|\d{3})$/.test(part))];
  return /^[a-z]{2,3}$/.test(tag[0]!) ? tag.join('-') : 'und';
}

/** Lives as long as the thread: there are few. */
function create(module: Icu4x, tag: string): number {
  const { memory, diplomat_alloc: allocate } = module;
  const view = () => new DataView(memory.buffer);
  const name = Buffer.from(tag);
  const [at, slice, result] = [allocate(name.length, 1), allocate(sliceBytes, 4), allocate(8, 4)];
  new Uint8Array(memory.buffer).set(name, at);
  view().setUint32(slice, at, true);
  view().setUint32(slice + 4, name.length, true);
  module.icu4x_Locale_from_string_mv1(result, slice);
  const locale = succeeded(view(), result, tag);
  // No option is chosen: every flag of the structure is off.
  const options = allocate(optionBytes, 4);
  new Uint8Array(memory.buffer).fill(0, options, options + optionBytes);
  module.icu4x_Collator_create_v1_mv1(result, locale, options);
  return succeeded(view(), result, tag);
}

/** More than the structure of options has. */
const optionBytes = 64;

function succeeded(memory: DataView, result: number, tag: string): number {
  if (memory.getUint8(result + 4) !== 1) throw new AppError('E_INTERNAL', { reason: `collation: ${tag}` });
  return memory.getUint32(result, true);
}

function instance(bytes: Uint8Array<ArrayBuffer>): Icu4x {
  const module = new WebAssembly.Module(bytes);
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    // It would write to a console that nobody sees: of faults alone.
    (imports[from] ??= {})[name] = () => {
      throw new Error(name);
    };
  const exports = new WebAssembly.Instance(module, imports).exports as unknown as Icu4x;
  exports.diplomat_init();
  return exports;
}
