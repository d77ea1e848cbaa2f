import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longest } from '../../../core/contract/limits.ts';
import { fittingContents } from '../../../core/corpus/fitting-contents.ts';
import type { Extracted } from '../../../core/corpus/readers/extracted.ts';

const half = '\ud83d';
const of = (facts: Partial<Extracted>) =>
  fittingContents({ documents: [{ text: 'a', metadata: {}, ...facts }] });

it('halves of characters become U+FFFD wherever a file may have them, and are counted', () => {
  const { contents, halves } = of({
    text: `a ${half} b`,
    metadata: { [`k${half}`]: `v${half}`, year: 1 },
    part: `p${half}`,
    words: {
      forms: [`w${half}`],
      starts: [0],
      lengths: [2],
      sentenceStarts: [0],
      layers: [{ name: 'pos', kind: 'pos', values: [half] }],
    },
    regions: [{ name: `r${half}`, starts: [0], ends: [1], attributes: new Map([['who', [half]]]) }],
  });
  expect(halves).toBe(8);
  expect(JSON.stringify(contents)).not.toMatch(/\\ud83d/);
  const [document] = contents.documents;
  expect(document).toMatchObject({
    text: 'a \ufffd b',
    metadata: { 'k\ufffd': 'v\ufffd', year: 1 },
    part: 'p\ufffd',
  });
  expect(document!.regions![0]!.attributes.get('who')).toEqual(['\ufffd']);
});

it('is the same as toWellFormed for any text, and counts what changed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 30 }), (units) => {
      const text = String.fromCharCode(...units);
      const { contents, halves } = of({ text });
      expect(contents.documents[0]!.text).toBe(text.toWellFormed());
      expect(halves).toBe((text.match(/\p{Cs}/gu) ?? []).length);
    }),
  );
});

it.each([
  ['name', { part: 'p'.repeat(longest.name) }],
  ['name', { regions: [{ name: 'r'.repeat(longest.name), starts: [0], ends: [1], attributes: new Map() }] }],
  ['word', { words: { forms: ['w'.repeat(longest.word)], starts: [0], lengths: [1], sentenceStarts: [0] } }],
  ['metadata', { metadata: { a: 'm'.repeat(longest.metadata) } }],
] as const)('refuses a %s that no project can keep', (what, facts) => {
  try {
    of(facts);
    expect.unreachable();
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'E_TOO_LONG', details: { what } });
  }
});
