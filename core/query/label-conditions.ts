import { AppError } from '../contract/errors.ts';
import { foldedBy, matchingValues } from './matching-values.ts';
import type { LabelCondition } from './query-tree.ts';
import type { Attribute, AttributeOf } from './token-classes.ts';

/** What is said of one labelled token, or of two. */
export interface LabelComparison {
  readonly first: string;
  /** null where the first is compared with a value. */
  readonly second: string | null;
  /** @param one, other places of the labelled tokens; without a second label `other` is not looked at */
  readonly holds: (one: number, other: number) => boolean;
}

/**
 * A condition as a function of whatever says where labels stand.
 * @param labels of the pattern
 * @param decide what one comparison is in that
 * @throws AppError E_QUERY_INVALID for a label that the pattern does not have
 */
export function conditionOn<Where>(
  condition: LabelCondition,
  labels: ReadonlySet<string | undefined>,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
  decide: (comparison: LabelComparison) => (where: Where) => boolean,
): (where: Where) => boolean {
  switch (condition.kind) {
    case 'not': {
      const part = conditionOn(condition.part, labels, attributeOf, listed, decide);
      return (where) => !part(where);
    }
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => conditionOn(part, labels, attributeOf, listed, decide));
      return condition.kind === 'and'
        ? (where) => parts.every((part) => part(where))
        : (where) => parts.some((part) => part(where));
    }
    case 'compare':
      return decide(comparisonOf(condition, labels, attributeOf, listed));
  }
}

function comparisonOf(
  { left, negated, labelled, flags, value }: Extract<LabelCondition, { kind: 'compare' }>,
  labels: ReadonlySet<string | undefined>,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
): LabelComparison {
  for (const one of [left, ...(labelled === undefined ? [] : [labelled])])
    if (!labels.has(one.label))
      throw new AppError('E_QUERY_INVALID', {
        offset: one.at,
        expected: [...labels].filter((label) => label !== undefined),
        found: one.label,
      });
  const own = attributeOf(left.attribute, left.at);
  const { ids } = own;
  if (labelled === undefined) {
    const fits = matchingValues(own.values, value!, listed);
    const wanted = negated ? 0 : 1;
    return { first: left.label, second: null, holds: (one) => fits[ids[one]!] === wanted };
  }
  const other = attributeOf(labelled.attribute, labelled.at);
  const isFolded = flags?.ignoreCase === true || flags?.ignoreMarks === true;
  const fold = isFolded ? foldedBy(flags) : (text: string) => text;
  const numbers = left.attribute === labelled.attribute && !isFolded ? null : sameValues(own, other, fold);
  const others = isFolded ? firstOfSame(other, fold) : other.ids;
  return {
    first: left.label,
    second: labelled.label,
    holds:
      numbers === null
        ? (one, two) => (ids[one] === others[two]) !== negated
        : (one, two) => (numbers[ids[one]!] === others[two]) !== negated,
  };
}

/** Of each value of one attribute the number of the first like it in another; −1 where that has none. */
function sameValues({ values }: Attribute, other: Attribute, fold: (text: string) => string): Int32Array {
  const numbers = firstNumbers(other, fold);
  return Int32Array.from(values, (value) => numbers.get(fold(value)) ?? -1);
}

/** Every token by the first value that is like its own. */
function firstOfSame(attribute: Attribute, fold: (text: string) => string): Uint32Array {
  const numbers = firstNumbers(attribute, fold);
  const first = attribute.values.map((value) => numbers.get(fold(value))!);
  return attribute.ids.map((id) => first[id]!);
}

function firstNumbers({ values }: Attribute, fold: (text: string) => string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  values.forEach((value, number) => {
    const like = fold(value);
    if (!numbers.has(like)) numbers.set(like, number);
  });
  return numbers;
}
