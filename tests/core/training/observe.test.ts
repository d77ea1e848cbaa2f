import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { observe, wordsToWatch } from '../../../core/training/observe.ts';
import { watchedAtOnce } from '../../../core/training/layout.ts';
import { copyVectors } from '../../../core/training/run-state.ts';
import { cosineOf } from './cosine-of.ts';
import { noisyCorpus, prepared, smallCorpus, trained } from './small-run.ts';

const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');

describe.each(['strict', 'relaxed'] as const)('the observer with the %s kernel', (build) => {
  const module = kernelModule({ kernels }, 'nearest', build);

  it.each([2, 13, 64, 100])(
    'finds the nearest words of watched ones, at %d dimensions',
    async (dimensions) => {
      const { run, vocabulary, input } = await trained(noisyCorpus(3000, 300), { dimensions, epochs: 2 });
      const { words } = vocabulary;
      // More than one passage takes.
      const watched = words.slice(3, 3 + watchedAtOnce * 2 + 1);
      const observer = observe(run, words, watched, module);
      const seen = observer.watched();
      expect(seen.map(({ word }) => word)).toEqual(watched);
      const cosine = cosineOf(words, input, dimensions);
      for (const { word, neighbours } of seen) {
        const scores = words
          .filter((other) => other !== word)
          .map((other) => cosine(word, other))
          .sort((a, b) => b - a)
          .slice(0, 10);
        expect(neighbours).toHaveLength(10);
        neighbours.forEach(({ word: near, score }, at) => {
          expect(near).not.toBe(word);
          expect(score).toBeCloseTo(scores[at]!, 4);
          expect(score).toBeCloseTo(cosine(word, near), 4);
        });
      }
      expect(copyVectors(run, 'input')).toEqual(input);
    },
  );

  it('says nothing of words that are not there, and little of a tiny vocabulary', () => {
    const { run, vocabulary } = prepared(smallCorpus(2, 10), { dimensions: 8 });
    expect(observe(run, vocabulary.words, ['nobody'], module).watched()).toEqual([]);
    const [word] = vocabulary.words;
    const [only] = observe(run, vocabulary.words, [word!], module).watched();
    expect(only!.neighbours.length).toBeLessThanOrEqual(Math.min(10, vocabulary.words.length - 1));
  });

  it('takes a row of zeros to be like nothing', () => {
    const { run, vocabulary } = prepared(smallCorpus(2, 10), { dimensions: 8 });
    const { rowBytes, rows } = run.layout;
    new Float32Array(run.memory.buffer, rows, (vocabulary.words.length * rowBytes) / 2).fill(0);
    const observer = observe(run, vocabulary.words, vocabulary.words.slice(0, 1), module);
    expect(observer.watched()[0]!.neighbours.every(({ score }) => score === 0)).toBe(true);
    expect(observer.randomPairCosine()).toBe(0);
  });
});

describe('words to watch where nobody chose any', () => {
  it('are neither the most frequent nor rare, and long ones where words are long', () => {
    const words = Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? `of${at % 7}` : `word${at}`));
    const chosen = wordsToWatch(words);
    expect(chosen).toHaveLength(3);
    expect(chosen.every((word) => word.startsWith('word'))).toBe(true);
    expect(wordsToWatch(['猫', '犬'])).toEqual(['猫', '猫', '猫']);
  });
});
