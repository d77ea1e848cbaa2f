import { unit, unitClasses } from './character-classes.ts';
import { kindOf } from './normal-form.ts';
import type { Scanner, TokenSink } from './scanner.ts';

/** Intl.Segmenter takes more than linear time on long strings. */
const longestStretch = 500;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'und';
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}

/** Words of scripts without spaces, by the dictionaries of Intl.Segmenter, sentence by sentence. */
export function segmentingScanner(language: string, sink: TokenSink): Scanner {
  const segmenter = segmenterFor(language);
  return (text, from, final) => {
    let at = from;
    for (;;) {
      const end = endOfStretch(text, at, final);
      if (end < 0) return at;
      for (const { segment, index } of segmenter.segment(text.slice(at, end))) {
        if (segment.trim() === '') continue;
        sink.token(text, at + index, at + index + segment.length, kindOf(segment));
      }
      if (end > at && endsSentence(text, end - 1)) sink.startSentence();
      at = end;
      if (at >= text.length) return at;
    }
  };
}

function endsSentence(text: string, at: number): boolean {
  const kind = unitClasses[text.charCodeAt(at)];
  return kind === unit.sentenceEnd || kind === unit.newline;
}

/** Behind a sentence end or line end, at the latest after 500 units; −1 where more text is needed. */
function endOfStretch(text: string, from: number, final: boolean): number {
  const limit = Math.min(text.length, from + longestStretch);
  for (let at = from; at < limit; at += 1) {
    if (!endsSentence(text, at)) continue;
    // “3.14” and “……” are not cut in the middle.
    if (at + 1 >= text.length && !final) return -1;
    if (text.charCodeAt(at) === 0x2e && !/\s/u.test(text[at + 1] ?? ' ')) continue;
    if (at + 1 < limit && endsSentence(text, at + 1)) continue;
    return at + 1;
  }
  if (limit < from + longestStretch) return final ? text.length : -1;
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}
