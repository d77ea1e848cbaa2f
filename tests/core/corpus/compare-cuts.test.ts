import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { defaultTokenSettings, emptyDictionary, type TokenSettings } from '../../../core/contract/cutting.ts';
import { compareCuts, type WayOfCutting } from '../../../core/corpus/compare-cuts.ts';
import { cutAt, tokensOf } from './tokenize/tokens-of.ts';

const way = (settings: Partial<TokenSettings> = {}, words: readonly string[] = []): WayOfCutting => ({
  tokens: { ...defaultTokenSettings, ...settings },
  dictionary: { ...emptyDictionary, words },
});
const stored = (name: string, language: string, ...pieces: readonly string[]) => ({
  name,
  language,
  text: () => pieces,
});
const environment = commandLineEnvironment();
const compared = (texts: Parameters<typeof compareCuts>[0], first: WayOfCutting, second: WayOfCutting) =>
  compareCuts(texts, { first, second }, environment);

/** An example may have less behind it when the text ends a piece there. */
const withoutContext = (found: Awaited<ReturnType<typeof compared>>) => ({
  ...found,
  disagreements: found.disagreements.map(({ written, first, second, count }) => [
    written,
    first,
    second,
    count,
  ]),
});

describe('two ways of cutting', () => {
  it('differ in the shortest stretches, counted, with an example of each', async () => {
    const text = '却说黛玉听了，那黛玉笑道。宝玉听了。';
    const found = await compared(
      [stored('a', 'zh', text), stored('b', 'zh', '那黛玉。')],
      way({ method: 'segmenter' }),
      way({ method: 'segmenter' }, ['黛玉']),
    );
    const rows = found.disagreements.map(({ written, first, second, count }) => ({
      written,
      first,
      second,
      count,
    }));
    expect(rows[0]).toEqual({ written: '那黛玉', first: ['那黛玉'], second: ['那', '黛玉'], count: 2 });
    expect(found.disagreements[0]).toMatchObject({
      document: 'a',
      left: '却说黛玉听了，',
      right: '笑道。宝玉听了。',
    });
    expect(found.occurrences).toBe(rows.reduce((sum, { count }) => sum + count, 0));
    expect(found.second.counts.get('黛玉')).toBe(3);
    expect(found.first.counts.get('那黛玉')).toBe(2);
    expect(found.unlisted).toBe(0);
  });

  it('differ where one leaves out what the other takes', async () => {
    const found = await compared([stored('a', 'en', 'Well, mother-in-law.')], way(), {
      ...way({ punctuation: 'keep', hyphens: 'split' }),
    });
    expect(found.disagreements.map(({ written, first, second }) => [written, first, second])).toEqual([
      [',', [], [',']],
      ['.', [], ['.']],
      ['mother-in-law', ['mother-in-law'], ['mother', '-', 'in', '-', 'law']],
    ]);
  });

  it('that are one agree in every token', async () => {
    const found = await compared([stored('a', 'en', 'One two. ', 'Three')], way(), way({ wordForm: 'stem' }));
    expect(found).toMatchObject({ same: 3, occurrences: 0, disagreements: [] });
    expect([...found.first.counts]).toEqual([
      ['one', 1],
      ['two', 1],
      ['three', 1],
    ]);
  });

  it('do not list what is too long to be read', async () => {
    const text = `${'字'.repeat(100)} 好`;
    const found = await compared(
      [stored('a', 'zh', text)],
      way({ method: 'spaced' }),
      way({ method: 'characters' }),
    );
    expect(found).toMatchObject({ same: 1, occurrences: 1, unlisted: 1, disagreements: [] });
  });

  it('are compared alike wherever the text was cut, and as their boundaries say', async () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', "'", '-', ' ', '.', '字', '好', '𠮷'),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(letters, fc.array(fc.nat(), { maxLength: 4 }), async (text, places) => {
        const first = way({ hyphens: 'split', apostrophes: 'split' });
        const second = way({ method: 'characters', punctuation: 'keep' });
        const parts = await compared([stored('a', 'zh', ...cutAt(text, places))], first, second);
        const whole = await compared([stored('a', 'zh', text)], first, second);
        expect(withoutContext(parts)).toEqual(withoutContext(whole));
        // Every token is either the same or in one of the stretches.
        const inRows = (side: 'first' | 'second') =>
          whole.disagreements.reduce((sum, row) => sum + row.count * row[side].length, 0);
        if (whole.unlisted === 0)
          for (const side of ['first', 'second'] as const)
            expect(whole.same + inRows(side)).toBe(whole[side].tokens);
        for (const { written, first: a, second: b } of whole.disagreements) {
          expect(a.join('|')).not.toBe(b.join('|'));
          for (const word of [...a, ...b]) expect(written).toContain(word);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('read a text of many pieces without keeping it', async () => {
    const pieces = Array.from({ length: 40 }, () => 'one two-three four '.repeat(1500));
    const found = await compared([stored('a', 'en', ...pieces)], way(), way({ hyphens: 'split' }));
    const words = tokensOf(pieces.join(''));
    expect(found.first.tokens).toBe(words.tokens);
    expect(found.disagreements).toMatchObject([
      {
        written: 'two-three',
        first: ['two-three'],
        second: ['two', 'three'],
        count: 60_000,
        right: ' four one two-three four one two-three f',
      },
    ]);
  });

  it('can be stopped', async () => {
    const stopped = compareCuts([stored('a', 'en', 'one')], { first: way(), second: way() }, environment, {
      signal: AbortSignal.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });
});
