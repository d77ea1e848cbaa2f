import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { evaluateAnalogies } from '../../core/evidence/analogy-evaluation.ts';
import { readAnalogies } from '../../core/evidence/analogy-questions.ts';
import { evaluatePairs } from '../../core/evidence/pair-evaluation.ts';
import { readRatedPairs } from '../../core/evidence/rated-pairs.ts';
import { readVectors } from '../../core/exchange/vector-reader.ts';
import { fitWithTheOthers, solveAnalogy } from '../../core/vectors/analogies.ts';
import { measureOf } from '../../core/vectors/measures.ts';
import { nearestTo } from '../../core/vectors/neighbours.ts';
import { kernelRowScores } from '../../core/vectors/row-scores.ts';
import { vectorSpace, type VectorSpace } from '../../core/vectors/vector-space.ts';
import { rowsOfWords } from '../../core/opened/test-words.ts';

// What gensim 4.2 answers on the same vectors.
const root = resolve(import.meta.dirname, '../..');
const shared = process.env['FIRTH_SHARED'] ?? join(root, '..', 'shared', 'data');
const english = join(shared, 'eval', 'en');

type Ranked = readonly (readonly [string, number])[];
type Reference = Readonly<
  Record<
    string,
    {
      readonly pearson: number;
      readonly spearman: number;
      readonly oov_percent: number;
    }
  >
>;

async function spaceOf(file: string): Promise<VectorSpace> {
  return vectorSpace(await readVectors(join(shared, 'vectors', file)));
}

const scoresOf = (space: VectorSpace) =>
  kernelRowScores(
    kernelModule({ kernels: join(root, 'resources', 'kernels') }, 'nearest', 'relaxed'),
    space,
    false,
  );

function neighbours(space: VectorSpace, word: string, top = 5): Ranked {
  const row = space.rowOf(word);
  return nearestTo(space, scoresOf(space), space.vector(row), { measure: 'cosine', top, exclude: [row] }).map(
    ({ row: near, score }) => [space.words[near]!, score],
  );
}

function expectSame(found: Ranked, expected: Ranked): void {
  expect(found.map(([word]) => word)).toEqual(expected.map(([word]) => word));
  expected.forEach(([, score], at) => expect(found[at]![1]).toBeCloseTo(score, 5));
}

describe.skipIf(!existsSync(english))('on vectors that gensim trained', () => {
  let space: VectorSpace;
  let reference: Reference;
  let ranked: Readonly<Record<string, Readonly<Record<string, Ranked>>>>;
  beforeAll(async () => {
    space = await spaceOf('en_sg100.word2vec-c.bin');
    const text = readFileSync(join(shared, 'eval', 'REFERENCE_RESULTS.json'), 'utf8');
    reference = JSON.parse(text) as Reference;
    ranked = JSON.parse(text) as typeof ranked;
  });

  it('neighbours have the same order and similarities', () => {
    for (const [word, expected] of Object.entries(ranked['en_sg100_neighbours']!))
      expectSame(neighbours(space, word), expected);
  });

  it('analogies do, by sums and by products', () => {
    const [man, king, woman] = ['man', 'king', 'woman'].map((word) => space.rowOf(word));
    for (const [key, method] of [
      ['man:king::woman:?', 'add'],
      ['cosmul', 'mul'],
    ] as const) {
      const { neighbours: found } = solveAnalogy(space, scoresOf(space), {
        positive: [king!, woman!],
        negative: [man!],
        method,
        top: 5,
      });
      const expected = ranked['en_sg100_analogies']![key]!;
      expectSame(
        found.map(({ row, score }) => [space.words[row]!, score]),
        expected,
      );
    }
  });

  it('the Google analogies are answered rightly as often, section by section', { timeout: 120_000 }, () => {
    const questions = readAnalogies(
      readFileSync(join(english, 'questions-words.txt'), 'utf8'),
      'questions-words.txt',
    );
    const result = evaluateAnalogies(space, scoresOf(space), questions, {
      restrict: 300_000,
      method: 'add',
      rowOf: rowsOfWords(space.words, 300_000),
    });
    const expected = Object.entries(reference).find(([name]) =>
      name.startsWith('analogies'),
    )![1] as unknown as {
      accuracy: number;
      sections: readonly (readonly [string, number, number])[];
    };
    const sections = expected.sections.filter(([name]) => name !== 'Total accuracy');
    expect(result.sections.map(({ name, correct, total }) => [name, correct, total])).toEqual(sections);
    expect(result.correct / result.total).toBeCloseTo(expected.accuracy, 12);
  });

  it.each(['EN-WS-353-ALL', 'EN-WS-353-SIM', 'EN-WS-353-REL', 'EN-SIMLEX-999', 'EN-MEN-TR-3k', 'EN-RG-65'])(
    'correlations with %s are the same, and so is the coverage',
    (name) => {
      const file = `${name}.txt`;
      const result = evaluatePairs(
        space,
        readRatedPairs(readFileSync(join(english, file), 'utf8'), file),
        rowsOfWords(space.words, Infinity),
      );
      expect(result.pearson).toBeCloseTo(reference[name]!.pearson, 5);
      expect(result.spearman).toBeCloseTo(reference[name]!.spearman, 5);
      expect(100 * (1 - result.coverage)).toBeCloseTo(reference[name]!.oov_percent, 6);
    },
  );
});

describe.skipIf(!existsSync(join(shared, 'vectors')))('on small vectors of gensim’s own tests', () => {
  it('answers are theirs', async () => {
    const space = await spaceOf('gensim/euclidean_vectors.bin');
    expect([space.words.length, space.dimensions]).toEqual([2747, 10]);
    expectSame(
      neighbours(space, 'war'),
      [
        ['conflict', 0.93305],
        ['administration', 0.92355],
        ['terrorism', 0.91692],
        ['call', 0.89959],
        ['israel', 0.88473],
      ].map(([word, score]) => [word as string, score as number]),
    );
    const of = (a: string, b: string) =>
      measureOf.cosine(space.vector(space.rowOf(a)), space.vector(space.rowOf(b)));
    expect(of('war', 'conflict')).toBeCloseTo(0.93305397, 6);
    const war = space.rowOf('war');
    const self = nearestTo(space, scoresOf(space), space.vector(war), { measure: 'cosine', top: 5 });
    expect(self[0]!.row).toBe(war);
    const rows = ['war', 'conflict', 'terrorism', 'call'].map((word) => space.rowOf(word));
    expect(fitWithTheOthers(space, rows)).toHaveLength(4);
  });
});
