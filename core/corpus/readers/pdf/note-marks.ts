import type { Letter } from './attached-marks.ts';

/** Raised by so much and smaller by so much, in heights of what stands beside it. */
const rise = 0.15;
const smaller = 0.85;

const mark = /^[\d*∗†‡§¶,;[\]()]$/u;
const endsInLetter = /\p{L}\p{M}*$/u;

/**
 * Whether a note mark begins or ends before this letter: raised figures stand behind a word or before a note, and belong to neither.
 * Exponents (m², x²) and raised letters (1ᵉʳ, Mᵐᵉ) belong to what they stand at.
 * @param at of the letter in its row
 * @param before the letter that stands before it
 * @param word what stands before it up to the last space
 */
export function isNoteMark(letters: readonly Letter[], at: number, before: Letter, word: string): boolean {
  const one = letters[at]!;
  if (isRaised(one, before) && mark.test(one.text))
    return isWholeMark(letters, at) && !isPower(word, one.text);
  // A note begins with its mark.
  return isRaised(before, one) && mark.test(before.text) && endsInLetter.test(one.text);
}

const isRaised = (one: Letter, beside: Letter) =>
  one.size <= smaller * beside.size && one.base >= beside.base + rise * beside.size;

/** All that is raised there are figures. */
function isWholeMark(letters: readonly Letter[], at: number): boolean {
  const first = letters[at]!;
  for (const one of letters.slice(at)) {
    if (Math.abs(one.base - first.base) > 0.1 * first.size || one.text.trim() === '') return true;
    if (!mark.test(one.text)) return false;
  }
  return true;
}

const unit = /(?:^|\d)(?:[dckmµμn]?m|ha|ft)$/u;
/** Of words of one letter, which could be variables as well. */
const shortWord = /(?:^|\P{L})[aAIyoéàÀOeuiwzkvvаиовксуяЯ]$/u;

function isPower(word: string, figure: string): boolean {
  if (!endsInLetter.test(word)) return /(?:^|\D)\d{1,2}$/u.test(word);
  if (/(?:^|\P{L})\p{L}$/u.test(word)) return !shortWord.test(word);
  return (figure === '2' || figure === '3') && unit.test(word);
}
