import { dead, type Automaton } from './automaton.ts';
import { GrowingHits, type Hits } from './hits.ts';
import type { TokenClasses } from './token-classes.ts';
import { blockTokens, type TokenScan } from './token-scan.ts';

/**
 * All matches by CQP’s “standard” strategy: from each token the shortest, and of matches contained in one another the outer one.
 * CQP Interface and Query Language Manual, section 6.1.
 * @param stretches of the corpus to look through: first tokens and those behind the last
 * @param pulse called every 65,536 tokens; throws to end the search
 */
export function findMatches(
  scan: TokenScan,
  stretches: Iterable<readonly [from: number, to: number]>,
  pulse: () => void,
): Hits {
  const found = new GrowingHits();
  let lastEnd = -1;
  for (const stretch of stretches) {
    const [from, to] = stretch;
    let untried = from;
    for (let block = from; block < to; block += blockTokens) {
      pulse();
      const one = scan.block(block, Math.min(to, block + blockTokens), stretch, untried, lastEnd);
      found.append(one);
      ({ untried, lastEnd } = one);
    }
  }
  return found.all();
}

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
