import { describe, expect, it } from 'vitest';
import { modelHealth } from '../../../core/evidence/model-health.ts';
import { vectorSpace, type VectorSpace } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from '../vectors/random-space.ts';

const trainedOn = { settings: { seed: 1, subsample: 0 }, tokens: 10_000_000 };

function shifted(space: VectorSpace, by: number): VectorSpace {
  return vectorSpace({ ...space, values: space.values.map((value) => value + by) });
}

describe('the health of a model', () => {
  const space = randomSpace(400, 20);

  it('is the same each time', () => {
    expect(modelHealth(space, trainedOn)).toEqual(modelHealth(space, trainedOn));
  });

  it('tells when every word looks like every other', () => {
    const health = modelHealth(shifted(space, 3), trainedOn);
    expect(health.randomPairCosine).toBeGreaterThan(0.9);
    expect(health.advice).toBe('collapsed');
    expect(modelHealth(shifted(space, 0.4), trainedOn).advice).toBe('more-epochs');
  });

  it('tells small corpora and rare words from a healthy model', () => {
    expect(Math.abs(modelHealth(space, trainedOn).randomPairCosine)).toBeLessThan(0.05);
    expect(modelHealth(space, trainedOn).advice).toBe('healthy');
    const small = vectorSpace({ ...space, counts: space.counts!.map((count) => count / 40) });
    expect(modelHealth(small, { ...trainedOn, tokens: 30_000 })).toMatchObject({ advice: 'small-corpus' });
    const rare = vectorSpace({
      ...space,
      counts: space.counts!.map((count, row) => (row < 100 ? count * 1000 : 5)),
    });
    const health = modelHealth(rare, trainedOn);
    expect(health.rareShare).toBe(0.75);
    expect(health.advice).toBe('many-rare-words');
  });

  it('counts the tokens that subsampling leaves', () => {
    const all = space.counts!.reduce((sum, count) => sum + count, 0);
    expect(modelHealth(space, trainedOn).effectiveTokens).toBe(all);
    const thinned = modelHealth(space, { settings: { seed: 1, subsample: 1e-4 }, tokens: all });
    expect(thinned.effectiveTokens).toBeLessThan(all / 2);
  });

  it('names words that stand among the neighbours of very many', () => {
    const values = space.values.slice();
    // A word in the middle of all the others, which all lean a little to one side.
    for (let row = 0; row < 400; row += 1) values[row * 20] = values[row * 20]! + 0.6;
    for (let at = 0; at < 20; at += 1) values[7 * 20 + at] = at === 0 ? 1 : 0;
    expect(modelHealth(vectorSpace({ ...space, values }), trainedOn).hubs[0]?.word).toBe('w7');
  });
});
