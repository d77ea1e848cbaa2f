import { letterRanks, type LetterRanks } from './letter-ranks.ts';

/** How well a decoded text looks like a text of some language. */
export interface Plausibility {
  /** Log probability per byte of the text; 0 would be certain. */
  readonly perByte: number;
  /** The same per byte that is not an ASCII character: about −3.5 for real texts, below −5 where nothing fits. */
  readonly fit: number;
  /** BCP 47: the language under which it is most probable. */
  readonly language: string;
}

interface Model {
  readonly language: string;
  readonly encodings: ReadonlySet<string>;
  /** Log probability of a character, lower case. */
  readonly log: ReadonlyMap<string, number>;
  readonly other: number;
}

/** What may stand in any language. */
const commonMarks = new Set('“”‘’–—…«»\u00a0£€´');
const rareMarks = new Set('„‚\u00ad·°§№™©®•‹›†\u200c\u200d¡¿\u3000（）！？；：，．');
const logCommonMark = Math.log(0.05);
const logRareMark = Math.log(0.01);
/** A character that no language has: C1 controls, box drawing, what was left undefined. */
const logNever = Math.log(1e-6);
/** ASCII is the same in every encoding, unless it is the second half of something else. */
const logAscii = Math.log(1 / 20);
const logAsciiSymbol = Math.log(1e-3);
const logUpperCase = Math.log(0.2);
/** An upper-case letter after a lower-case one inside a word; a word that begins with a closing apostrophe. */
const logBreak = Math.log(1e-3);
/** A letter of another script inside a word: typed by people who see no difference between a and а. */
const logMixed = Math.log(0.1);

/** An accented letter after an accented one: Latin words are mostly made of letters without. */
const logAccents = Math.log(0.2);

const models: readonly Model[] = letterRanks.map(modelOf);

/** Zipf's law over the ranks, one twentieth of the probability for all other letters. */
function modelOf({ language, encodings, letters, others }: LetterRanks): Model {
  const ranked = [...new Set(letters)];
  const rest = others > 1000 ? 0.3 : 0.05;
  const shift = others > 1000 ? 10 : 3;
  const sum = ranked.reduce((total, _, rank) => total + 1 / (rank + shift), 0);
  return {
    language,
    encodings: new Set(encodings),
    log: new Map(
      ranked.map((letter, rank) => [letter, Math.log((1 - rest) / (rank + shift) / sum)] as const),
    ),
    other: Math.log(rest / others),
  };
}

interface Counts {
  /** Characters outside ASCII, folded to lower case. */
  readonly characters: Map<string, number>;
  readonly base: number;
  readonly ascii: number;
}

const letter = /[\p{L}\p{M}\p{N}]/u;
const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const alphabet = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u;

/** Letters of alphabets at their usual width, and controls. */
const narrow = /[[\0-\u{2fff}]&&[\p{L}\p{Cc}]]|\ufffd/v;

interface Kind {
  /** Lower case. */
  readonly folded: string;
  readonly isLower: boolean;
  readonly isUpper: boolean;
  readonly script: 'none' | 'Latin' | 'other';
  readonly isAscii: boolean;
  /** What it adds in every language. */
  readonly log: number;
}

function countCharacters(text: string): Counts {
  const characters = new Map<string, number>();
  let base = 0;
  let ascii = 0;
  let before: Kind = kindOf(' ');
  let opened = false;
  for (const character of text) {
    const kind = kindOf(character);
    base += kind.log;
    if (kind.isAscii) ascii += 1;
    else characters.set(kind.folded, (characters.get(kind.folded) ?? 0) + 1);
    if (kind.isUpper && before.isLower) base += logBreak;
    if (kind.script !== before.script && kind.script !== 'none' && before.script !== 'none') base += logMixed;
    if (isAccented(kind) && isAccented(before)) base += logAccents;
    if (opened && kind.script !== 'none') base += logBreak;
    opened = character === '’' && before.script === 'none';
    before = kind;
  }
  return { characters, base, ascii };
}

const isAccented = ({ isAscii, script }: Kind) => !isAscii && script === 'Latin';

const kinds = new Map<string, Kind>();
function kindOf(character: string): Kind {
  let kind = kinds.get(character);
  if (kind === undefined) {
    const isUpper = /\p{Lu}/u.test(character);
    const isAscii = character < '\x80';
    kind = {
      folded: isUpper ? character.toLowerCase() : character,
      isLower: /\p{Ll}/u.test(character),
      isUpper,
      script: scriptOf(character),
      isAscii,
      log: isAscii ? logOfAscii(character) : isUpper ? logUpperCase : 0,
    };
    kinds.set(character, kind);
  }
  return kind;
}

const logOfAscii = (character: string) => (/[@[\\\]^_`{|}~]/.test(character) ? logAsciiSymbol : logAscii);

function scriptOf(character: string): Kind['script'] {
  if (/\p{Script=Latin}/u.test(character)) return 'Latin';
  return alphabet.test(character) || wide.test(character) ? 'other' : 'none';
}

/**
 * Zero-order log likelihood of a text decoded from `byteLength` bytes, under the best fitting language of its encoding.
 * Likelihoods of the same bytes read in different encodings can be compared.
 */
export function plausibility(text: string, encoding: string, byteLength: number): Plausibility {
  const { characters, base, ascii } = countCharacters(text);
  let best: Plausibility = { perByte: -Infinity, fit: -Infinity, language: 'und' };
  for (const model of models) {
    if (!model.encodings.has(encoding)) continue;
    let sum = base;
    for (const [character, count] of characters) sum += count * logOf(model, character);
    if (sum / byteLength <= best.perByte) continue;
    const fit = (sum - ascii * logAscii) / Math.max(1, byteLength - ascii);
    best = { perByte: sum / byteLength, fit, language: model.language };
  }
  return best;
}

function logOf(model: Model, character: string): number {
  const known = model.log.get(character);
  if (known !== undefined) return known;
  if (commonMarks.has(character)) return logCommonMark;
  if (rareMarks.has(character)) return logRareMark;
  if (character >= '\uff61' && character <= '\uff9f') return logNever;
  if (character >= '\ue000' && character <= '\uf8ff') return logNever;
  const isWide = wide.test(character);
  // East Asian sets hold full-width letters, digits and signs besides.
  if (model.other < -8) return isWide || !narrow.test(character) ? model.other : logNever;
  // A Chinese character in a Russian text is not merely rare.
  return letter.test(character) && !isWide ? model.other : logNever;
}
