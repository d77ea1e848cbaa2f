import { AppError } from '../contract/errors.ts';
import type { Network } from './automaton.ts';
import { GrowingHits, longestMatch, type Hits } from './hits.ts';
import { matchingValues } from './matching-values.ts';
import type { LabelCondition } from './query-tree.ts';
import type { Regions } from './regions.ts';
import type { AttributeOf, TokenClasses } from './token-classes.ts';

/** Where the labels of a query stand. */
type Bindings = ReadonlyMap<string, number>;

interface Path {
  readonly state: number;
  readonly bound: Bindings;
}

/** Ways of reading one beginning that are followed side by side. */
const mostPaths = 5000;

/**
 * As {@link findMatches} for a query with conditions on labels, which no automaton can hold: every way of reading the tokens is followed
 * until the first that fulfils the conditions.
 * @throws AppError E_QUERY_INVALID for a label that the pattern does not have
 */
export function findLabelled(
  network: Network,
  classes: TokenClasses,
  condition: LabelCondition,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
  { goesOn, inside }: Regions,
  stretches: Iterable<readonly [from: number, to: number]>,
  pulse: () => void,
): Hits {
  const labels = new Set(network.steps.flatMap((steps) => steps.map(({ label }) => label)));
  const holds = conditionOn(condition, labels, attributeOf, listed);
  const found = new GrowingHits();
  let last = -1;
  for (const [from, to] of stretches)
    for (let start = from; start < to; start++) {
      if ((start - from) % 4096 === 0) pulse();
      if (inside !== null && inside[start] === 0) continue;
      const end = firstEnd(start, Math.min(to, start + longestMatch));
      if (end === null || end <= last) continue;
      found.push(start, end);
      last = end;
    }
  return found.all();

  function firstEnd(start: number, bound: number): number | null {
    let paths: readonly Path[] = freely([{ state: network.start, bound: new Map() }]);
    for (let at = start; at < bound && paths.length > 0; at++) {
      if (at > start && goesOn[at] === 0) return null;
      const of = classes.at(at);
      const next = paths.flatMap(({ state, bound: before }) =>
        network.steps[state]!.filter(({ test }) => classes.fulfils(test, of)).map(({ to, label }) => ({
          state: to,
          bound: label === undefined ? before : new Map([...before, [label, at]]),
        })),
      );
      paths = freely(next);
      if (paths.length > mostPaths)
        throw new AppError('E_QUERY_INVALID', {
          offset: 0,
          expected: [],
          found: '',
          reason: 'too many ways of reading',
        });
      if (paths.some(({ state, bound: labelled }) => state === network.end && holds(labelled))) return at;
    }
    return null;
  }

  function freely(paths: readonly Path[]): readonly Path[] {
    const known = new Map<string, Path>();
    const open = [...paths];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const { state, bound } = path;
      const key = `${state} ${[...bound].join(' ')}`;
      if (known.has(key)) continue;
      known.set(key, path);
      for (const to of network.free[state]!) open.push({ state: to, bound });
    }
    return [...known.values()];
  }
}

/** A label that no token took, as one of the other side of `|`, fulfils no comparison. */
function conditionOn(
  condition: LabelCondition,
  labels: ReadonlySet<string | undefined>,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
): (bound: Bindings) => boolean {
  if (condition.kind === 'not') {
    const part = conditionOn(condition.part, labels, attributeOf, listed);
    return (bound) => !part(bound);
  }
  if (condition.kind !== 'compare') {
    const parts = condition.parts.map((part) => conditionOn(part, labels, attributeOf, listed));
    return condition.kind === 'and'
      ? (bound) => parts.every((part) => part(bound))
      : (bound) => parts.some((part) => part(bound));
  }
  const { left, negated, labelled, value } = condition;
  for (const one of [left, ...(labelled === undefined ? [] : [labelled])])
    if (!labels.has(one.label))
      throw new AppError('E_QUERY_INVALID', {
        offset: one.at,
        expected: [...labels].filter((label) => label !== undefined),
        found: one.label,
      });
  const { ids, values } = attributeOf(left.attribute, left.at);
  if (labelled === undefined) {
    const fits = matchingValues(values, value!, listed);
    return (bound) => {
      const place = bound.get(left.label);
      return place !== undefined && (fits[ids[place]!] === 1) !== negated;
    };
  }
  const other = attributeOf(labelled.attribute, labelled.at);
  return (bound) => {
    const [first, second] = [bound.get(left.label), bound.get(labelled.label)];
    if (first === undefined || second === undefined) return false;
    const same =
      left.attribute === labelled.attribute
        ? ids[first] === ids[second]
        : values[ids[first]!] === other.values[other.ids[second]!];
    return same !== negated;
  };
}
