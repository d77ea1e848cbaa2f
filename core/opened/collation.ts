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
  const starts = new Uint32Array(texts.length);
  for (let number = 0, at = first; number < texts.length; number++) {
    starts[number] = at;
    at += 2 * texts[number]!.length;
  }
  const isThere = new Uint8Array(texts.length);
  // Of many texts the rules are never asked: only those that are go over to the module.
  const sliceOf = (number: number) => {
    const slice = slices + sliceBytes * number;
    if (isThere[number] === 1) return slice;
    isThere[number] = 1;
    const text = texts[number]!;
    bytes.write(text, starts[number]!, 'utf16le');
    bytes.writeUInt32LE(starts[number]!, slice);
    bytes.writeUInt32LE(text.length, slice + 4);
    return slice;
  };
  const isPlain = ordersLettersPlainly(icu4x, collator)
    ? Uint8Array.from(texts, (text) => (/^[a-z]+$/.test(text) ? 1 : 0))
    : new Uint8Array(texts.length);
  order.sort(
    (a, b) =>
      (isPlain[a] === 1 &&
        isPlain[b] === 1 &&
        (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b)) ||
      compare(collator, sliceOf(a), sliceOf(b)) ||
      (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : a - b),
  );
  free(slices, slicesSize, 4);
  free(first, size, 2);
  return Uint32Array.from(order);
}

const plainOrders = new Map<number, boolean>();

/**
 * Whether words of nothing but a to z stand in the order of these letters, so that the rules need not be asked: no language joins three of
 * them into a letter of its own that does not join two (as Hungarian, dzs and dz), and all pairs are tried.
 */
function ordersLettersPlainly(module: Icu4x, collator: number): boolean {
  const known = plainOrders.get(collator);
  if (known !== undefined) return known;
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const pairs = letters.flatMap((first) => [first, ...letters.map((second) => first + second)]);
  const bytes = 2 * (pairs.join('').length + 1);
  const [at, slices] = [
    module.diplomat_alloc(bytes, 2) >>> 0,
    module.diplomat_alloc(2 * sliceBytes, 4) >>> 0,
  ];
  const memory = Buffer.from(module.memory.buffer);
  const isBefore = (a: string, b: string) => {
    for (const [number, text] of [a, b].entries()) {
      const from = at + 8 * number;
      memory.write(text, from, 'utf16le');
      memory.writeUInt32LE(from, slices + sliceBytes * number);
      memory.writeUInt32LE(text.length, slices + sliceBytes * number + 4);
    }
    return module.icu4x_Collator_compare_utf16_mv1(collator, slices, slices + sliceBytes) < 0;
  };
  const isPlain = pairs.every((pair, number) => number === 0 || isBefore(pairs[number - 1]!, pair));
  module.diplomat_free(slices, 2 * sliceBytes, 4);
  module.diplomat_free(at, bytes, 2);
  plainOrders.set(collator, isPlain);
  return isPlain;
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
  const beginnings = Float64Array.from(keys, beginningOf);
  return [...texts.keys()].sort(
    (a, b) => beginnings[a]! - beginnings[b]! || (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0),
  );
}

/** The first seven units as one number, in the order of the texts: seven bits each, up to the first that has more. */
function beginningOf(text: string): number {
  let [number, at] = [0, 0];
  for (let goesOn = true; at < 7 && goesOn; at++) {
    const unit = at < text.length ? Math.min(text.charCodeAt(at), 127) : 0;
    number = number * 128 + unit;
    goesOn = unit > 0 && unit < 127;
  }
  return number * 128 ** (7 - at);
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
