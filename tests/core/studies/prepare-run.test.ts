import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../core/contract/settings/training.ts';
import { runOf } from '../../../core/studies/runs.ts';
import { encodeRun, prepareRun, settingsOfRuns, textsOfRun } from '../../../core/studies/prepare-run.ts';

const last = 0x8000_0000;
const texts = {
  words: ['a', 'b', 'c'],
  tokens: Uint32Array.of(0, 1, 0, 2, 1),
  starts: Uint32Array.of(0, 3, 4, 5),
  sizes: Uint32Array.of(4, 2, 1),
};

describe('what a run is trained on', () => {
  it('are its texts as often as they were drawn, in the order of the corpus, each with its own end', () => {
    // The first text never, the second twice, the third once: c c b.
    const run = textsOfRun(texts, defaultSettings, { times: Uint32Array.of(0, 2, 1), seed: 9 });
    expect(run.vocabulary).toEqual({
      words: ['c', 'b'],
      counts: Uint32Array.of(2, 1),
      rowOfType: Int32Array.of(-1, 1, 0),
      keptTokens: 3,
      totalTokens: 5,
    });
    const tokens = new Uint32Array(3);
    encodeRun(run, tokens);
    expect([...tokens]).toEqual([0 + last, 0 + last, 1 + last]);
    expect([...prepareRun(run).tokens]).toEqual([...tokens]);
    expect(run.settings).toEqual({ ...settingsOfRuns(defaultSettings), seed: 9 });
  });

  it('keeps words below the minimum count of the model: they are the model’s', () => {
    const settings = { ...defaultSettings, minCount: 5, maxVocabulary: 1 };
    const run = textsOfRun(texts, settings, { times: Uint32Array.of(1, 1, 1), seed: 1 });
    expect(run.vocabulary.words).toEqual(['a', 'b', 'c']);
  });

  it('is one thread with the same bytes everywhere, however the model was trained', () => {
    expect(settingsOfRuns({ ...defaultSettings, mode: 'fast', workers: 8, window: 3 })).toMatchObject({
      mode: 'reproducible',
      workers: 1,
      window: 3,
    });
  });
});

it('shuffled words have the counts that they had, in any place', () => {
  const words = Array.from({ length: 6 }, (_, at) => `w${at}`);
  const tokens = Uint32Array.from({ length: 600 }, (_, at) => Math.floor(at / 100));
  const shuffledOf = (number: number) => {
    const many = { words, tokens, starts: Uint32Array.of(0, 400, 600), sizes: Uint32Array.of(400, 200) };
    const run = textsOfRun(
      many,
      defaultSettings,
      runOf('shuffled', { settings: defaultSettings, texts: 2 }, number),
    );
    const target = new Uint32Array(600);
    encodeRun(run, target);
    expect([...run.vocabulary.counts]).toEqual([100, 100, 100, 100, 100, 100]);
    // Texts keep their lengths.
    expect([...target.keys()].filter((at) => target[at]! >= last)).toEqual([399, 599]);
    return target.map((token) => (token & ~last) >>> 0);
  };
  const [one, again, other] = [shuffledOf(1), shuffledOf(1), shuffledOf(2)];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  expect(one.toSorted()).toEqual(tokens);
  // Every word stands as often in the first half as in the second: hypergeometric, 50 ± 4.6; six standard deviations are 28.
  for (let word = 0; word < 6; word += 1) {
    const first = one.subarray(0, 300).filter((token) => token === word).length;
    expect(Math.abs(first - 50)).toBeLessThan(28);
  }
});

it('windows of a run end where those of the model do, also when words are shuffled', () => {
  const tokens = Uint32Array.of(0, 1 + last, 2, 1, 0 + last, 2);
  const marked = {
    words: ['a', 'b', 'c'],
    tokens,
    starts: Uint32Array.of(0, 3, 6),
    sizes: Uint32Array.of(3, 3),
  };
  for (const kind of ['seeds', 'shuffled'] as const) {
    const run = textsOfRun(
      marked,
      defaultSettings,
      runOf(kind, { settings: { ...defaultSettings, seed: 3 }, texts: 2 }, 1),
    );
    const target = new Uint32Array(6);
    encodeRun(run, target);
    expect([...target.keys()].filter((at) => target[at]! >= last)).toEqual([1, 2, 4, 5]);
    expect([...run.vocabulary.counts]).toEqual([2, 2, 2]);
  }
});
