import { ofEnglish as of } from '../../i18n/counted.ts';

/** Words that stand in a row again and again. */
export const en = {
  title: 'N-grams',
  lacking: 'N-grams appear when the corpus has texts.',
  n: 'Words in a row',
  kind: 'What is listed',
  kinds: { ngrams: 'N-grams', frames: 'Frames' },
  kindNotes: {
    ngrams: 'Words in a row, within a sentence',
    frames: 'Alike but for one inner word: at the * of',
  },
  layer: 'Counted',
  minimum: 'At least',
  minimumTexts: 'In texts',
  rate: (perMillion: string) => `${perMillion} per million`,
  perMillion: 'Per million',
  ngram: 'N-gram',
  frame: 'Frame',
  open: (ngram: string) => `Lines of ${ngram}`,
  dispersionNote: 'Gries’s DP: 0 spread like the texts, 1 in one corner only',
  longer: 'Within a longer one',
  longerNote:
    'How much of it lies in one and the same longer n-gram: always is a piece of that and no unit of its own',
  within: 'always',
  variants: 'Variants',
  variantsNote: 'Different words in the slot',
  ratio: 'Variants ÷ count',
  ratioNote: '1 where every word is another one, near 0 where the slot is nearly fixed',
  top: 'Commonest',
  topShare: 'Its share',
  found: of('row', 'rows'),
  none: 'Nothing stands in a row so often. Lower the minimum, or ask for fewer words.',
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
