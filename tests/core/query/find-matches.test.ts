import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { parseCql } from '../../../core/query/parse-cql.ts';
import { regionsFrom } from '../../../core/query/regions.ts';
import { runQuery, type QueriedCorpus } from '../../../core/query/run-query.ts';
import { randomState, randomStream } from '../../../core/random.ts';

const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');

/** Words of one letter, so that a text is a string and a query an expression over it. */
const letters = ['a', 'b', 'c', 'd'];

function randomCorpus(tokens: number, seed: number, sentence: number) {
  const random = randomStream(randomState(seed));
  const ids = Uint32Array.from({ length: tokens }, () => {
    const drawn = random.fraction();
    return drawn < 0.9 ? 0 : drawn < 0.99 ? 1 : drawn < 0.999 ? 2 : 3;
  });
  const starts = [0];
  for (let at = 1; at < tokens; at++) if (random.below(sentence) === 0) starts.push(at);
  const regions = regionsFrom(Uint32Array.from(starts), tokens);
  const corpus: QueriedCorpus = {
    tokens,
    kernel: kernelModule({ kernels }, 'tokens', 'strict'),
    attributeOf: () => ({ ids, values: letters }),
    regionsOf: () => regions,
    listed: () => [],
  };
  return { corpus, text: Array.from(ids, (id) => letters[id]!).join(''), starts };
}

/** From each letter the shortest that the expression takes, then those that lie in no other. */
function byExpression(
  text: string,
  starts: readonly number[],
  expression: RegExp,
  [from, to]: readonly [number, number],
): [number, number][] {
  const found: [number, number][] = [];
  let sentence = 0;
  let last = -1;
  for (let start = from; start < to; start++) {
    while (sentence + 1 < starts.length && starts[sentence + 1]! <= start) sentence++;
    const end = Math.min(to, starts[sentence + 1] ?? Infinity, start + 500);
    const part = expression.exec(text.slice(start, end));
    if (part === null || start + part[0].length - 1 <= last) continue;
    last = start + part[0].length - 1;
    found.push([start, last]);
  }
  return found;
}

const queries: readonly (readonly [cql: string, expression: RegExp])[] = [
  ['"d"', /^d/],
  ['"b" [] "c"', /^b.c/],
  ['[word!="a"] "b"', /^[^a]b/],
  ['"b" []{0,3} "c"', /^b.{0,3}?c/],
  ['"c" []* "d"', /^c.*?d/],
  ['[] [] "d"', /^..d/],
  ['("b" | "c" "a") "b"', /^(?:b|ca)b/],
  ['"a"{2,3} ("b" | "c")', /^a{2,3}?[bc]/],
  ['"c" "a"* "c"', /^ca*?c/],
];

describe('the search in blocks', () => {
  it.each(queries)(
    'finds of %s what an expression over the text finds, in a part as well',
    (cql, expression) => {
      // More than two blocks, and sentences that are longer than any match may be.
      const { corpus, text, starts } = randomCorpus(140_000, 3, 700);
      for (const part of [[0, text.length] as const, [1, 65_537] as const, [65_000, 139_999] as const]) {
        const hits = runQuery(parseCql(cql), corpus, { stretches: [part] });
        expect(Array.from(hits.starts, (start, hit) => [start, hits.ends[hit]!])).toEqual(
          byExpression(text, starts, expression, part),
        );
      }
    },
  );

  it('finds the same in any division of the corpus into sentences and parts', () => {
    const sizes = fc.record({
      seed: fc.nat(1000),
      tokens: fc.integer({ min: 1, max: 400 }),
      sentence: fc.integer({ min: 1, max: 40 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      query: fc.constantFrom(...queries),
    });
    fc.assert(
      fc.property(sizes, ({ seed, tokens, sentence, cut, query: [cql, expression] }) => {
        const { corpus, text, starts } = randomCorpus(tokens, seed, sentence);
        const middle = Math.floor(cut * tokens);
        const parts = [[0, middle] as const, [middle, tokens] as const];
        const hits = runQuery(parseCql(cql), corpus, { stretches: parts });
        expect(Array.from(hits.starts, (start, hit) => [start, hits.ends[hit]!])).toEqual(
          parts.flatMap((part) => byExpression(text, starts, expression, part)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('asks often whether it is to go on', () => {
    const { corpus } = randomCorpus(140_000, 3, 700);
    let asked = 0;
    const pulse = () => {
      if (++asked === 2) throw new Error('enough');
    };
    expect(() => runQuery(parseCql('"a"'), corpus, { pulse })).toThrow('enough');
    // Nothing of the search that was given up is left in the kernel.
    expect(runQuery(parseCql('"d"'), corpus, { stretches: [[0, 1000]] }).starts.length).toBeLessThan(10);
  });
});
