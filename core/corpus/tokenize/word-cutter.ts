import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut, initSync } from 'jieba-wasm/web';
import { inSimplified } from './simplified-characters.ts';

/** Cuts a stretch of text into words, signs and spaces that together are the stretch. */
export type WordCutter = (stretch: string) => Iterable<{ readonly segment: string; readonly index: number }>;

/** Languages of China whose words jieba's dictionary has. */
const chinese = /^(?:zh|cmn|lzh|yue|wuu|gan|hak|nan)\b/u;

/**
 * Chinese by jieba, with its dictionary and, for words that it lacks, its hidden Markov model; everything else by Intl.Segmenter. Jieba's
 * dictionary has no words in traditional characters: such a text is cut where its simplified counterpart would be. Jieba cuts alike on
 * every system, Intl.Segmenter as its version of ICU does.
 * @param kernels folder of `jieba.wasm`
 */
export function wordCutter(language: string, kernels: string): WordCutter {
  return chinese.test(language) ? jieba(kernels) : segmenterFor(language);
}

const fullWidthDigits = /^[０-９]+$/u;

let hasStarted = false;

function jieba(kernels: string): WordCutter {
  if (!hasStarted) initSync({ module: readFileSync(join(kernels, 'jieba.wasm')) });
  hasStarted = true;
  return function* (stretch) {
    let index = 0;
    let number = '';
    for (const { length } of cut(inSimplified(stretch), true)) {
      const segment = stretch.slice(index + number.length, index + number.length + length);
      // Full-width digits come one by one; they are one number.
      if (fullWidthDigits.test(segment)) {
        number += segment;
        continue;
      }
      if (number !== '') {
        yield { segment: number, index };
        index += number.length;
        number = '';
      }
      yield { segment, index };
      index += segment.length;
    }
    if (number !== '') yield { segment: number, index };
  };
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): WordCutter {
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'und';
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return (stretch) => known.segment(stretch);
}
