import { astralClass, unit, unitClasses } from './character-classes.ts';
import { longestToken, type Scanner, type TokenSink } from './scanner.ts';
import { afterEnd, afterNewline, newSentenceState, startsHere } from './sentence-starts.ts';
import { unitsOf } from './units-of.ts';

/** Letters that make words with their neighbours; every other letter is a token of its own. */
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_]/u;

const alphabeticUnits = new Map<number, boolean>();

function isAlphabetic(codePoint: number): boolean {
  const known = alphabeticUnits.get(codePoint);
  if (known !== undefined) return known;
  const found = alphabetic.test(String.fromCodePoint(codePoint));
  alphabeticUnits.set(codePoint, found);
  return found;
}

const mark = /^\p{M}$/u;
/** Signs that join the next consonant to the one before: virama of the scripts of India, coeng of Khmer, stacker of Burmese. */
const joinsConsonants = /^[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u1039\u17d2]$/u;
const joinsBehind = /^[\u200c\u200d]$/u;

/** One token for each character with its marks, conjuncts of consonants whole; runs of Latin, Greek or Cyrillic letters and of digits stay together. */
export function characterScanner(sink: TokenSink): Scanner {
  const sentences = newSentenceState();
  return (text, from, final) => {
    const units = unitsOf(text);
    let at = from;
    while (at < text.length) {
      const codePoint = text.codePointAt(at)!;
      const kind = classOf(codePoint);
      if (kind === unit.space) {
        sentences.spaced = true;
        at += width(codePoint);
        continue;
      }
      if (kind === unit.mark) {
        // It belongs to the sign before it.
        at += width(codePoint);
        continue;
      }
      if (kind === unit.newline) {
        afterNewline(sentences, codePoint);
        at += 1;
        continue;
      }
      const wordly = kind === unit.letter || kind === unit.digit;
      const end = wordly ? endOfCharacter(text, at, codePoint) : at + width(codePoint);
      // Marks may follow, and half a pair is none.
      if (end >= text.length && !final) return at;
      if (wordly) {
        if (startsHere(sentences, units, at)) sink.startSentence();
        sink.token(text, at, end, /^\p{N}+$/u.test(text.slice(at, end)) ? 'number' : 'word');
      } else if (kind !== unit.joiner) {
        sink.token(text, at, end, 'punctuation');
        if (kind === unit.sentenceEnd) afterEnd(sentences, units, at, end);
      }
      at = end;
    }
    return at;
  };
}

function classOf(codePoint: number): number {
  const kind = codePoint > 0xffff ? astralClass(codePoint) : unitClasses[codePoint]!;
  if (kind === unit.unspaced) return mark.test(String.fromCodePoint(codePoint)) ? unit.mark : unit.letter;
  return kind === unit.surrogate ? unit.punctuation : kind;
}

const width = (codePoint: number) => (codePoint > 0xffff ? 2 : 1);

function endOfCharacter(text: string, start: number, first: number): number {
  const together = isAlphabetic(first);
  let at = start + width(first);
  let isOpen = false;
  while (at < text.length && at - start < longestToken) {
    const codePoint = text.codePointAt(at)!;
    const kind = classOf(codePoint);
    const character = String.fromCodePoint(codePoint);
    if (kind === unit.joiner) {
      // A joiner only says how the conjunct is drawn.
      if (!isOpen || !joinsBehind.test(character)) break;
    } else {
      if (kind !== unit.letter && kind !== unit.digit && kind !== unit.mark) break;
      const isMark = mark.test(character);
      if (!isMark && !isOpen && !(together && isAlphabetic(codePoint))) break;
      isOpen = isMark && (joinsConsonants.test(character) || isOpen);
    }
    at += width(codePoint);
  }
  return at;
}
