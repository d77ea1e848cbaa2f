import { unit, unitClasses } from './character-classes.ts';
import { kindOf } from './normal-form.ts';
import { tellingUnits, type Scanner, type TokenSink } from './scanner.ts';
import { afterEnd, afterNewline, newSentenceState, startsHere } from './sentence-starts.ts';
import { lineEndLength, unitsOf } from './units-of.ts';
import type { WordCutter } from './word-cutter.ts';
import { isWithinText, standsWrapped, unwrapped } from './wrapped-lines.ts';

/** Intl.Segmenter takes more than linear time on long strings. */
const longestStretch = 500;

/** No sign ends a sentence in Thai and Lao: a line is one. */
const endsWithLine = /^(?:th|lo)\b/u;

/** Words of scripts without spaces, by a dictionary, sentence by sentence. */
export function segmentingScanner(language: string, cutter: WordCutter, sink: TokenSink): Scanner {
  const linesAreSentences = endsWithLine.test(language);
  const sentences = newSentenceState();
  let isWrapped: boolean | null = null;

  function blank(segment: string): void {
    for (let at = 0; at < segment.length; at += 1) {
      const code = segment.charCodeAt(at);
      if (unitClasses[code] !== unit.newline) sentences.spaced = true;
      else if (linesAreSentences) sink.startSentence();
      else afterNewline(sentences, code);
    }
  }

  return (text, from, final) => {
    if (isWrapped === null) {
      if (!final && text.length < tellingUnits) return from;
      isWrapped = standsWrapped(text.slice(0, tellingUnits));
    }
    const units = unitsOf(text);
    for (let at = from; ;) {
      const end = endOfStretch(units, at, { final, isWrapped });
      if (end < 0) return at;
      const stretch = text.slice(at, end);
      const whole = isWrapped ? unwrapped(stretch) : null;
      const placeOf = (index: number) => at + (whole === null ? index : whole.places[index]!);
      for (const { segment, index } of cutter(whole?.text ?? stretch)) {
        const kind = kindOf(segment);
        if (kind === 'punctuation' && segment.trim() === '') {
          blank(segment);
          continue;
        }
        const start = placeOf(index);
        const stop = placeOf(index + segment.length - 1) + 1;
        if (kind !== 'punctuation' && startsHere(sentences, units, start)) sink.startSentence();
        sink.token(text, start, stop, kind, segment);
        if (kind === 'punctuation' && unitClasses[units[stop - 1]!] === unit.sentenceEnd)
          afterEnd(sentences, units, start, stop);
      }
      at = end;
      if (at >= text.length) return at;
    }
  };
}

/**
 * Behind a sentence end or line end; where none comes within 500 units, behind the last space or sign. −1 where more text is
 * needed.
 */
function endOfStretch(
  units: Uint16Array,
  from: number,
  { final, isWrapped }: { readonly final: boolean; readonly isWrapped: boolean },
): number {
  const limit = Math.min(units.length, from + longestStretch);
  let afterSign = -1;
  for (let at = from; at < limit; at += 1) {
    const kind = unitClasses[units[at]!]!;
    if (kind === unit.letter || kind === unit.digit || kind === unit.surrogate) continue;
    if (kind === unit.newline && isWrapped) {
      const goesOn = isWithinText(units, at, from, final);
      if (goesOn === undefined) return -1;
      if (goesOn) {
        at += lineEndLength(units, at) - 1;
        continue;
      }
    }
    if (kind !== unit.joiner && kind !== unit.apostrophe && kind !== unit.hyphen) afterSign = at + 1;
    if (kind !== unit.sentenceEnd && kind !== unit.newline) continue;
    if (at + 1 >= units.length && !final) return -1;
    // “3.14” and “……” are not cut in the middle.
    const next = unitClasses[units[at + 1] ?? 0]!;
    if (units[at] === fullStop && (next === unit.letter || next === unit.digit)) continue;
    if (at + 1 < limit && next === unit.sentenceEnd) continue;
    return at + 1;
  }
  if (limit < from + longestStretch) return final ? units.length : -1;
  if (afterSign > 0) return afterSign;
  const last = units[limit - 1]!;
  return last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit;
}

const fullStop = 0x2e;
