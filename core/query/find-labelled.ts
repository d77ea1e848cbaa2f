import { AppError } from '../contract/errors.ts';
import { dead, type Automaton, type Network } from './automaton.ts';
import { fixedPatterns, type FixedPattern } from './fixed-lengths.ts';
import { GrowingHits, longestMatch, type Hits } from './hits.ts';
import { conditionOn } from './label-conditions.ts';
import type { LabelCondition, Pattern } from './query-tree.ts';
import type { Regions } from './regions.ts';
import type { AttributeOf, TokenClasses } from './token-classes.ts';

/** A pattern whose labels have conditions. */
export interface LabelledQuery {
  readonly pattern: Pattern;
  readonly condition: LabelCondition;
  readonly classes: TokenClasses;
  readonly network: Network;
  readonly automaton: Automaton;
}

/** The last token of the shortest match that begins at a token; −1 where none does. No match reaches `bound`. */
type FirstEnd = (start: number, bound: number) => number;

/**
 * As {@link findMatches} for a query with conditions on labels, which no automaton can hold.
 * @throws AppError E_QUERY_INVALID for a label that the pattern does not have
 */
export function findLabelled(
  query: LabelledQuery,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
  { goesOn, inside }: Regions,
  stretches: Iterable<readonly [from: number, to: number]>,
  pulse: () => void,
): Hits {
  const fixed = fixedPatterns(query.pattern);
  const firstEnd =
    fixed === null
      ? byPaths(query, attributeOf, listed, goesOn)
      : byPlaces(query, fixed, attributeOf, listed, goesOn);
  const found = new GrowingHits();
  let last = -1;
  for (const [from, to] of stretches)
    for (let start = from; start < to; start++) {
      if ((start - from) % 4096 === 0) pulse();
      if (inside !== null && inside[start] === 0) continue;
      const end = firstEnd(start, Math.min(to, start + longestMatch));
      if (end < 0 || end <= last) continue;
      found.push(start, end);
      last = end;
    }
  return found.all();
}

const labelsOf = ({ steps }: Network) => new Set(steps.flatMap((some) => some.map(({ label }) => label)));

/** Rows of so many tokens: what a label means is a place behind the first, and two are compared by two numbers. */
function byPlaces(
  { network, classes, condition }: LabelledQuery,
  fixed: readonly FixedPattern[],
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
  goesOn: Uint8Array,
): FirstEnd {
  const labels = labelsOf(network);
  const rows = fixed.map((tokens) => {
    const offsets = new Map(tokens.map(({ label }, offset) => [label, offset]));
    const holds = conditionOn<number>(
      condition,
      labels,
      attributeOf,
      listed,
      ({ first, second, holds: are }) => {
        const [one, other] = [offsets.get(first), second === null ? 0 : offsets.get(second)];
        // A label that no token took, as one of the other side of `|`, fulfils no comparison.
        return one === undefined || other === undefined
          ? () => false
          : (start) => are(start + one, start + other);
      },
    );
    // `[]` asks nothing.
    const asked = tokens.flatMap(({ test }, offset) =>
      test.kind === 'any'
        ? []
        : [
            {
              offset,
              fits: Uint8Array.from({ length: classes.size }, (_, of) => (classes.fulfils(test, of) ? 1 : 0)),
            },
          ],
    );
    return { length: tokens.length, asked, holds };
  });
  return (start, bound) => {
    let reached = 1;
    for (const { length, asked, holds } of rows) {
      if (start + length > bound) return -1;
      while (reached < length && goesOn[start + reached] === 1) reached++;
      if (reached < length) return -1;
      let fits = true;
      for (let at = 0; fits && at < asked.length; at++) {
        const one = asked[at]!;
        fits = one.fits[classes.at(start + one.offset)] === 1;
      }
      if (fits && holds(start)) return start + length - 1;
    }
    return -1;
  };
}

/** Where the labels of a query stand. */
type Bindings = ReadonlyMap<string, number>;

interface Path {
  readonly state: number;
  readonly bound: Bindings;
}

/** Ways of reading one beginning that are followed side by side. */
const mostPaths = 5000;

/** Every way of reading the tokens is followed until the first that fulfils the conditions. */
function byPaths(
  { network, automaton, classes, condition }: LabelledQuery,
  attributeOf: AttributeOf,
  listed: (name: string, at: number) => readonly string[],
  goesOn: Uint8Array,
): FirstEnd {
  const holds = conditionOn<Bindings>(
    condition,
    labelsOf(network),
    attributeOf,
    listed,
    ({ first, second, holds: are }) =>
      (bound) => {
        const [one, other] = [bound.get(first), second === null ? 0 : bound.get(second)];
        return one !== undefined && other !== undefined && are(one, other);
      },
  );
  return (start, bound) => {
    if (!matchesAnyhow(start, bound)) return -1;
    let paths: readonly Path[] = freely([{ state: network.start, bound: new Map() }]);
    for (let at = start; at < bound && paths.length > 0; at++) {
      if (at > start && goesOn[at] === 0) return -1;
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
    return -1;
  };

  /** Whether a match begins here if the conditions are left aside: of most tokens that is no. */
  function matchesAnyhow(start: number, bound: number): boolean {
    let state = 0;
    for (let at = start; at < bound && (at === start || goesOn[at] === 1); at++) {
      state = automaton.next(state, classes.at(at));
      if (state === dead) return false;
      if (automaton.accepts[state] === 1) return true;
    }
    return false;
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
