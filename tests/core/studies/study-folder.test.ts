import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../core/contract/settings/training.ts';
import { textsOfRun } from '../../../core/studies/prepare-run.ts';
import { runOf } from '../../../core/studies/runs.ts';
import { completeSettings } from '../../../core/training/settings.ts';
import {
  namedPlan,
  readPlan,
  textsBytes,
  textsFrom,
  writtenPlan,
  type FolderPlan,
} from '../../../core/studies/study-folder.ts';
import type { StudyTexts } from '../../../core/studies/study-texts.ts';

const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }), {
  minLength: 1,
  maxLength: 12,
});

/** Texts of rows of some words. */
const someTexts = words.chain((forms) =>
  fc
    .array(fc.array(fc.nat(forms.length - 1), { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 })
    .map((texts): StudyTexts => {
      const starts = texts.reduce((all, { length }) => [...all, all.at(-1) + length], [0]);
      return {
        words: forms,
        tokens: Uint32Array.from(texts.flat()),
        starts: Uint32Array.from(starts),
        sizes: Uint32Array.from(texts, ({ length }, at) => length + at),
      };
    }),
);

describe('texts in a folder', () => {
  it('are the same for training, though no word can be read', () => {
    fc.assert(
      fc.property(someTexts, fc.integer({ min: 1, max: 50 }), (texts, number) => {
        const read = textsFrom(textsBytes(texts))!;
        const { words: names, ...numbers } = texts;
        expect(read).toEqual({ ...numbers, words: read.words });
        expect(read.words.every((word) => /^\d{10}$/u.test(word))).toBe(true);
        const run = runOf(
          'bootstrap',
          { settings: completeSettings({ seed: 3 }), texts: texts.sizes.length },
          number,
        );
        const [here, there] = [texts, read].map((one) => textsOfRun(one, defaultSettings, run).vocabulary);
        expect(there!.rowOfType).toEqual(here!.rowOfType);
        expect(there!.counts).toEqual(here!.counts);
        expect(here!.words.length).toBeLessThanOrEqual(names.length);
      }),
    );
  });

  it('are refused when bytes are missing', () => {
    fc.assert(
      fc.property(someTexts, fc.integer({ min: 1, max: 12 }), (texts, fewer) => {
        const bytes = textsBytes(texts);
        expect(textsFrom(bytes.subarray(0, bytes.length - fewer))).toBe(null);
      }),
    );
  });
});

const plan = namedPlan({
  format: 'firth-study',
  layout: 1,
  firth: '0.1.0',
  kernel: 'a'.repeat(64),
  kind: 'bootstrap',
  settings: { ...defaultSettings, workers: 1 },
  words: 10,
  dimensions: 20,
  corpus: 'b'.repeat(64),
  texts: { bytes: 12, sha256: 'c'.repeat(64) },
  model: 'm',
  runs: 25,
});

describe('a plan', () => {
  it('is read as it was written', () => {
    expect(readPlan(writtenPlan(plan))).toEqual(plan);
  });

  it('has another name where anything is different that a run hangs on, and the same for more runs or another name of the model', () => {
    const { plan: name, ...rest } = plan;
    expect(namedPlan({ ...rest, runs: 50, model: 'n' }).plan).toBe(name);
    const others: readonly Partial<FolderPlan>[] = [
      { kind: 'seeds' },
      { settings: { ...rest.settings, seed: 7 } },
      { texts: { bytes: 12, sha256: 'd'.repeat(64) } },
      { corpus: 'e' },
      { kernel: 'f'.repeat(64) },
      { firth: '0.2.0' },
      { words: 11 },
    ];
    const names = others.map((other) => namedPlan({ ...rest, ...other }).plan);
    expect(new Set([name, ...names]).size).toBe(others.length + 1);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another setting', writtenPlan(plan).replace('"seed": 1', '"seed": 2')],
    ['an unknown field', writtenPlan({ ...plan, more: 1 } as FolderPlan)],
  ])('is not taken with %s', (_what, text) => {
    expect(text).not.toBe(writtenPlan(plan));
    expect(readPlan(text)).toBe(null);
  });
});
