import { Automaton, networkOf } from './automaton.ts';
import { findLabelled } from './find-labelled.ts';
import { findMatches, matchesWithin } from './find-matches.ts';
import { keepHits, type Hits } from './hits.ts';
import { testsIn, type Pattern, type QueryTree } from './query-tree.ts';
import { rarestOf } from './possible-starts.ts';
import { withEdges } from './region-edges.ts';
import type { Regions } from './regions.ts';
import { classify, type AttributeOf } from './token-classes.ts';
import { tokenScan } from './token-scan.ts';

/** What a query needs to know of the corpus. */
export interface QueriedCorpus {
  readonly tokens: number;
  /** The compiled `tokens` kernel. */
  readonly kernel: WebAssembly.Module;
  /** Form, lemma, … of every token. @throws AppError E_QUERY_INVALID for an attribute that there is not */
  readonly attributeOf: AttributeOf;
  /** @throws AppError E_QUERY_INVALID for regions that there are not */
  readonly regionsOf: (name: string, at: number) => Regions;
  /** Words of a saved list. @throws AppError E_QUERY_INVALID for one that there is not */
  readonly listed: (name: string, at: number) => readonly string[];
}

export interface QueryOptions {
  /** The attribute of a condition that names none: `word` unless said. */
  readonly attribute?: string;
  /** The region that a match may not leave where the query says none: sentences unless said. Punctuation is no token, so that without one “New. York” would be a phrase. */
  readonly within?: string;
  /** Stretches of tokens to look through, ascending; all when left out. */
  readonly stretches?: readonly (readonly [from: number, to: number])[];
  /** Called often; throws to end the search. */
  readonly pulse?: () => void;
}

/** Answers a query. @throws AppError E_QUERY_INVALID, E_QUERY_SLOW */
export function runQuery(tree: QueryTree, corpus: QueriedCorpus, options: QueryOptions = {}): Hits {
  const { attribute = 'word', within = 's', pulse = () => undefined } = options;
  const stretches = options.stretches ?? [[0, corpus.tokens] as const];
  const asked = tree.restrictions.findLast((one) => one.kind === 'within');
  const attributeOf = withEdges(corpus.attributeOf, corpus.regionsOf, corpus.tokens);
  const regions = corpus.regionsOf(asked?.region ?? within, asked?.at ?? 0);
  const prepared = (pattern: Pattern) => {
    const classes = classify([...testsIn(pattern)], attribute, attributeOf, corpus.listed);
    const network = networkOf(pattern);
    const automaton = new Automaton(network, classes);
    const matches = () => {
      const sought = rarestOf(pattern, classes, (of) => automaton.begins(of));
      const scan = tokenScan(corpus.kernel, automaton, classes, sought, regions);
      return findMatches(scan, stretches, pulse);
    };
    return { classes, network, automaton, matches };
  };
  const { classes, network, automaton, matches } = prepared(tree.pattern);
  const { pattern, conditions: condition } = tree;
  let hits =
    condition === null
      ? matches()
      : findLabelled(
          { pattern, condition, classes, network, automaton },
          corpus.attributeOf,
          corpus.listed,
          regions,
          stretches,
          pulse,
        );
  for (const restriction of tree.restrictions) {
    if (restriction.kind === 'within') continue;
    const other = prepared(restriction.pattern);
    if (restriction.kind === 'containing') {
      hits = keepHits(hits, (start, end) => matchesWithin(other.automaton, other.classes, start, end));
      continue;
    }
    const around = other.matches();
    let at = 0;
    // Neither set has one hit within another, so both ends ascend.
    hits = keepHits(hits, (start, end) => {
      while (at < around.ends.length && around.ends[at]! < end) at++;
      return at < around.ends.length && around.starts[at]! <= start;
    });
  }
  return hits;
}
