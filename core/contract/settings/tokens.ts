import type { TokenSettings } from '../cutting.ts';
import { choice, onOff, type Setting } from './setting.ts';

export const tokenMethods = ['auto', 'spaced', 'characters', 'segmenter'] as const;

/** How a text is cut into tokens: every setting of {@link TokenSettings}. */
export const tokenTable = {
  method: choice(
    tokenMethods,
    'auto',
    '`auto` chooses by language and by looking; `spaced` splits at white space only, `characters` makes each character a token (classical Chinese), `segmenter` finds words where none are marked, and the morphemes of Korean, by the dictionaries of the program',
    { option: 'tokens' },
  ),
  lowerCase: onOff(true, 'do not lower-case', { option: 'keep-case' }),
  hyphens: choice(['keep', 'split'], 'keep', '_mother-in-law_ becomes three tokens', {
    option: 'split-hyphens',
    means: 'split',
  }),
  apostrophes: choice(['keep', 'split'], 'keep', '_don’t_ becomes two tokens', {
    option: 'split-apostrophes',
    means: 'split',
  }),
  elisions: choice(['keep', 'split'], 'split', '_l’homme_ stays one token in French, Italian and Catalan', {
    option: 'keep-elisions',
    means: 'keep',
  }),
  punctuation: choice(['drop', 'keep'], 'drop', 'punctuation marks are tokens too', {
    option: 'keep-punctuation',
    means: 'keep',
  }),
  numbers: choice(
    ['keep', 'drop', 'mark'],
    'keep',
    '`drop` leaves numbers out, `mark` writes `<num>` for each',
  ),
  wordForm: choice(
    ['written', 'stem'],
    'written',
    'words are counted by their stems, in languages with a Snowball stemmer',
    { option: 'stems', means: 'stem' },
  ),
  stemLayer: choice(
    ['leave', 'keep'],
    'leave',
    'words are counted as they are written, with their stems beside them as a layer `stem`',
    { option: 'stem-layer', means: 'keep' },
  ),
  marks: choice(
    ['keep', 'strip'],
    'keep',
    'vowel signs of Arabic and Hebrew, tatweel, accents and breathings of Greek do not count',
    { option: 'strip-marks', means: 'strip' },
  ),
} as const satisfies Readonly<Record<keyof TokenSettings, Setting>>;
