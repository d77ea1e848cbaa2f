import { Automaton, dead } from './automaton.ts';
import { GrowingHits, type Hits } from './hits.ts';
import type { Regions } from './regions.ts';
import type { TokenClasses } from './token-classes.ts';

/** Tokens that a match may have where no region ends it before. As in CQP (its HardBoundary). */
export const longestMatch = 500;

/**
 * All matches by CQP’s “standard” strategy: from each token the shortest, and of matches contained in one another the outer one.
 * CQP Interface and Query Language Manual, section 6.1.
 * @param stretches of the corpus to look through: first tokens and those behind the last
 * @param pulse called every 65,536 tokens; throws to end the search
 */
export function findMatches(
  automaton: Automaton,
  classes: TokenClasses,
  { goesOn, inside }: Regions,
  stretches: Iterable<readonly [from: number, to: number]>,
  pulse: () => void,
): Hits {
  const found = new GrowingHits();
  const begins = Uint8Array.from({ length: classes.size }, (_, of) => (automaton.begins(of) ? 1 : 0));
  const direct =
    classes.direct === null
      ? null
      : { ...classes.direct, beginsWith: Uint8Array.from(classes.direct.classOf, (of) => begins[of]!) };
  let lastEnd = -1;
  for (const [from, to] of stretches) {
    for (let block = from; block < to; block += pulseEvery) {
      pulse();
      const end = Math.min(to, block + pulseEvery);
      lastEnd = direct === null ? walk(block, end, to) : walkDirect(block, end, to, direct);
    }
  }
  return found.all();

  /** The same as `walk` for the usual case of one attribute, in which no function is called for most tokens. */
  function walkDirect(
    from: number,
    end: number,
    limit: number,
    { ids, classOf, beginsWith }: NonNullable<typeof direct>,
  ): number {
    let last = lastEnd;
    for (let start = from; start < end; start++) {
      if (beginsWith[ids[start]!] === 0) continue;
      if (inside !== null && inside[start] === 0) continue;
      let state = automaton.next(0, classOf[ids[start]!]!);
      let at = start;
      const bound = Math.min(limit, start + longestMatch);
      while (state !== dead && automaton.accepts[state] === 0) {
        at++;
        state = at >= bound || goesOn[at] === 0 ? dead : automaton.next(state, classOf[ids[at]!]!);
      }
      if (state === dead || at <= last) continue;
      found.push(start, at);
      last = at;
    }
    return last;
  }

  function walk(from: number, end: number, limit: number): number {
    let last = lastEnd;
    for (let start = from; start < end; start++) {
      const first = classes.at(start);
      if (begins[first] === 0 || (inside !== null && inside[start] === 0)) continue;
      let state = automaton.next(0, first);
      let at = start;
      const bound = Math.min(limit, start + longestMatch);
      while (state !== dead && automaton.accepts[state] === 0) {
        at++;
        state = at >= bound || goesOn[at] === 0 ? dead : automaton.next(state, classes.at(at));
      }
      if (state === dead || at <= last) continue;
      found.push(start, at);
      last = at;
    }
    return last;
  }
}

const pulseEvery = 1 << 16;

/** Whether a match begins at a token and ends at the latest at another. */
export function matchesWithin(
  automaton: Automaton,
  classes: TokenClasses,
  first: number,
  last: number,
): boolean {
  for (let start = first; start <= last; start++) {
    let state = 0;
    for (let at = start; at <= last; at++) {
      state = automaton.next(state, classes.at(at));
      if (state === dead) break;
      if (automaton.accepts[state] === 1) return true;
    }
  }
  return false;
}
