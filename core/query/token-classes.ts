import { AppError } from '../contract/errors.ts';
import { matchingValues } from './matching-values.ts';
import type { TokenTest, Value } from './query-tree.ts';
import { valueCountsOf } from './value-counts.ts';

/** What stands in one place of every token: its form, its lemma, its part of speech. */
export interface Attribute {
  /** For each token of the corpus a number of `values`. */
  readonly ids: Uint32Array;
  readonly values: readonly string[];
}

export type AttributeOf = (name: string, at: number) => Attribute;

/** One attribute as the conditions of a query see it. */
export interface Column {
  /** For each token of the corpus a number of a value. */
  readonly ids: Uint32Array;
  readonly counts: () => Uint32Array;
  /** For each value what holds of it: one bit for each comparison with this attribute. */
  readonly masks: Uint32Array;
  /** For each value what it adds to the class of a token. */
  readonly parts: Uint16Array;
  /** The bits that comparisons with this attribute have. */
  readonly bits: number;
}

/** Every token by what the conditions of a query say of it: tokens of one class are alike to the query. */
export interface TokenClasses {
  /** Number of classes. */
  readonly size: number;
  /** Class of the token at a place. */
  readonly at: (place: number) => number;
  /** The attributes that are asked. */
  readonly columns: readonly Column[];
  /** Whether tokens of a class fulfil a condition. */
  readonly fulfils: (test: TokenTest, of: number) => boolean;
  /** Whether a token could fulfil a condition, where only the comparisons that `known` has the bits of are decided, by `mask`. */
  readonly mayFulfil: (test: TokenTest, mask: number, known: number) => boolean;
}

type Comparison = Extract<TokenTest, { kind: 'is' }>;

interface Atom {
  readonly attribute: string;
  readonly bit: number;
}

const mostAtoms = 31;
/** Two bytes hold a class. */
const mostClasses = 1 << 16;

/**
 * @param fallback the attribute of a condition that names none
 * @throws AppError E_QUERY_INVALID; as {@link matchingValues}
 */
export function classify(
  tests: readonly TokenTest[],
  fallback: string,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
): TokenClasses {
  const atoms = new Map<string, Atom>();
  const masks = new Map<string, Uint32Array>();
  const attributes = new Map<string, Attribute>();
  const nameOf = ({ attribute }: Comparison) => attribute ?? fallback;
  for (const test of comparisons(tests)) {
    const key = keyOf(nameOf(test), test);
    if (atoms.has(key)) continue;
    if (atoms.size === mostAtoms) throw tooMany(test.at);
    const name = nameOf(test);
    const attribute = attributes.get(name) ?? attributeOf(name, test.attributeAt ?? test.at);
    attributes.set(name, attribute);
    const bit = 1 << atoms.size;
    atoms.set(key, { attribute: name, bit });
    const mask = masks.get(name) ?? new Uint32Array(attribute.values.length);
    masks.set(name, mask);
    const fits = matchingValues(attribute.values, test, listed);
    for (let value = 0; value < fits.length; value++) if (fits[value] === 1) mask[value]! |= bit;
  }
  const bitOf = (test: Comparison) => atoms.get(keyOf(nameOf(test), test))!.bit;
  const holds = (test: TokenTest, mask: number): boolean => {
    switch (test.kind) {
      case 'any':
        return true;
      case 'is':
        return ((mask & bitOf(test)) !== 0) !== test.negated;
      case 'not':
        return !holds(test.part, mask);
      case 'and':
        return test.parts.every((part) => holds(part, mask));
      case 'or':
        return test.parts.some((part) => holds(part, mask));
    }
  };
  /** Whether a condition may have an outcome. What is not known may be either way, each time anew. */
  const may = (test: TokenTest, outcome: boolean, mask: number, known: number): boolean => {
    switch (test.kind) {
      case 'any':
        return outcome;
      case 'is':
        return (known & bitOf(test)) === 0 || holds(test, mask) === outcome;
      case 'not':
        return may(test.part, !outcome, mask, known);
      case 'and':
      case 'or': {
        const each = (part: TokenTest) => may(part, outcome, mask, known);
        return (test.kind === 'and') === outcome ? test.parts.every(each) : test.parts.some(each);
      }
    }
  };
  // A class is a number of as many digits as there are attributes: each says which of its masks the token has.
  let size = 1;
  const masksOfColumn: (readonly number[])[] = [];
  const columns = [...attributes].map(([name, attribute]): Column => {
    let bits = 0;
    for (const atom of atoms.values()) if (atom.attribute === name) bits |= atom.bit;
    const own = masks.get(name)!;
    const { parts, seen } = digits(own, size);
    masksOfColumn.push(seen);
    size *= seen.length;
    if (size > mostClasses) throw tooMany(0);
    return { ids: attribute.ids, masks: own, parts, bits, counts: () => valueCountsOf(attribute) };
  });
  const maskOfClass = Uint32Array.from({ length: size }, (_, of) => {
    let [mask, rest] = [0, of];
    for (const seen of masksOfColumn) {
      mask |= seen[rest % seen.length]!;
      rest = Math.floor(rest / seen.length);
    }
    return mask;
  });
  return {
    size,
    columns,
    at: (place) => {
      let of = 0;
      for (const { ids, parts } of columns) of += parts[ids[place]!]!;
      return of;
    },
    fulfils: (test, of) => holds(test, maskOfClass[of]!),
    mayFulfil: (test, mask, known) => may(test, true, mask, known),
  };
}

/** Each mask by the number of its first appearance, times what a step of this digit is; mask 0 is number 0. */
function digits(masks: Uint32Array, step: number) {
  const numbers = new Map([[0, 0]]);
  const parts = new Uint16Array(masks.length);
  for (let value = 0; value < masks.length; value++) {
    const mask = masks[value]!;
    if (mask === 0) continue;
    const number = numbers.get(mask) ?? numbers.size;
    numbers.set(mask, number);
    parts[value] = number * step;
  }
  return { parts, seen: [...numbers.keys()] };
}

const tooMany = (offset: number) =>
  new AppError('E_QUERY_INVALID', { offset, expected: [], found: '', reason: 'too many conditions' });

function* comparisons(tests: readonly TokenTest[]): Generator<Comparison> {
  for (const test of tests) {
    if (test.kind === 'is') yield test;
    else if (test.kind === 'not') yield* comparisons([test.part]);
    else if (test.kind !== 'any') yield* comparisons(test.parts);
  }
}

const keyOf = (
  attribute: string,
  { pattern, list, ignoreCase, ignoreMarks, literal, member }: Value,
): string =>
  JSON.stringify([
    attribute,
    pattern ?? null,
    list ?? null,
    ignoreCase,
    ignoreMarks,
    literal,
    member === true,
  ]);
