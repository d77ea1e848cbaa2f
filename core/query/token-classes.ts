import { AppError } from '../contract/errors.ts';
import { matchingValues } from './matching-values.ts';
import type { TokenTest, Value } from './query-tree.ts';

/** What stands in one place of every token: its form, its lemma, its part of speech. */
export interface Attribute {
  /** For each token of the corpus a number of `values`. */
  readonly ids: Uint32Array;
  readonly values: readonly string[];
}

export type AttributeOf = (name: string, at: number) => Attribute;

/** Every token by what the conditions of a query say of it: tokens of one class are alike to the query. */
export interface TokenClasses {
  /** Number of classes. */
  readonly size: number;
  /** Class of the token at a place. */
  readonly at: (place: number) => number;
  /** Where one attribute decides: its numbers, and the class of each of its values. */
  readonly direct: { readonly ids: Uint32Array; readonly classOf: Uint32Array } | null;
  /** Whether tokens of a class fulfil a condition. */
  readonly fulfils: (test: TokenTest, of: number) => boolean;
}

type Comparison = Extract<TokenTest, { kind: 'is' }>;

interface Atom {
  readonly attribute: string;
  readonly bit: number;
}

const mostAtoms = 31;

/**
 * @param fallback the attribute of a condition that names none
 * @throws AppError E_QUERY_INVALID; as {@link matchingValues}
 */
export function classify(
  tests: readonly TokenTest[],
  fallback: string,
  attributeOf: AttributeOf,
  listed: (name: string) => readonly string[],
): TokenClasses {
  const atoms = new Map<string, Atom>();
  const masks = new Map<string, Uint32Array>();
  const attributes = new Map<string, Attribute>();
  const nameOf = ({ attribute }: Comparison) => attribute ?? fallback;
  for (const test of comparisons(tests)) {
    const key = keyOf(nameOf(test), test);
    if (atoms.has(key)) continue;
    if (atoms.size === mostAtoms)
      throw new AppError('E_QUERY_INVALID', {
        offset: test.at,
        expected: [],
        found: '',
        reason: 'too many conditions',
      });
    const name = nameOf(test);
    const attribute = attributes.get(name) ?? attributeOf(name, test.attributeAt ?? test.at);
    attributes.set(name, attribute);
    const bit = 1 << atoms.size;
    atoms.set(key, { attribute: name, bit });
    const mask = masks.get(name) ?? new Uint32Array(attribute.values.length);
    masks.set(name, mask);
    matchingValues(attribute.values, test, listed).forEach((fits, value) => {
      if (fits === 1) mask[value]! |= bit;
    });
  }
  const holds = (test: TokenTest, mask: number): boolean => {
    switch (test.kind) {
      case 'any':
        return true;
      case 'is':
        return ((mask & atoms.get(keyOf(nameOf(test), test))!.bit) !== 0) !== test.negated;
      case 'not':
        return !holds(test.part, mask);
      case 'and':
        return test.parts.every((part) => holds(part, mask));
      case 'or':
        return test.parts.some((part) => holds(part, mask));
    }
  };
  const classOfMask = new Map<number, number>();
  const maskOfClass: number[] = [];
  const classFor = (mask: number): number => {
    const known = classOfMask.get(mask);
    if (known !== undefined) return known;
    maskOfClass.push(mask);
    classOfMask.set(mask, maskOfClass.length - 1);
    return maskOfClass.length - 1;
  };
  const fulfils = (test: TokenTest, of: number) => holds(test, maskOfClass[of]!);
  const used = [...attributes].map(([name, { ids }]) => ({ ids, mask: masks.get(name)! }));
  const [only, ...others] = used;
  if (only === undefined) {
    classFor(0);
    return { size: 1, at: () => 0, direct: null, fulfils };
  }
  if (others.length === 0) {
    const classOf = only.mask.map(classFor);
    const { ids } = only;
    return {
      size: maskOfClass.length,
      at: (place) => classOf[ids[place]!]!,
      direct: { ids, classOf },
      fulfils,
    };
  }
  // Masks of the values of one attribute are few: all that may meet are joined beforehand.
  let joined = new Set([0]);
  for (const { mask } of used) {
    const own = new Set(mask);
    joined = new Set([...joined].flatMap((one) => [...own].map((other) => one | other)));
  }
  for (const mask of joined) classFor(mask);
  return {
    size: maskOfClass.length,
    at: (place) => {
      let all = 0;
      for (const { ids, mask } of used) all |= mask[ids[place]!]!;
      return classOfMask.get(all)!;
    },
    direct: null,
    fulfils,
  };
}

function* comparisons(tests: readonly TokenTest[]): Generator<Comparison> {
  for (const test of tests) {
    if (test.kind === 'is') yield test;
    else if (test.kind === 'not') yield* comparisons([test.part]);
    else if (test.kind !== 'any') yield* comparisons(test.parts);
  }
}

const keyOf = (attribute: string, { pattern, list, ignoreCase, ignoreMarks, literal }: Value): string =>
  JSON.stringify([attribute, pattern ?? null, list ?? null, ignoreCase, ignoreMarks, literal]);
