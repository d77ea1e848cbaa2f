import { cut } from 'jieba-wasm/web';
import { inSimplified } from './simplified-characters.ts';
import { startJieba } from './start-jieba.ts';

/** Cuts a stretch of text into words, signs and spaces that together are the stretch. */
export type WordCutter = (stretch: string) => Iterable<{ readonly segment: string; readonly index: number }>;

/** Languages of China whose words jieba's dictionary has. */
const chinese = /^(?:zh|cmn|lzh|yue|wuu|gan|hak|nan)\b/u;

/**
 * Chinese by jieba, with its big dictionary and, for words that it lacks, its hidden Markov model; everything else by Intl.Segmenter.
 * Traditional characters are looked up as the simplified ones that they are written with: the dictionary counts these better, and the
 * model knows no others. Jieba cuts alike on every system, Intl.Segmenter as its version of ICU does.
 * @param kernels folder of `jieba.wasm` and `jieba.dict.gz`
 * @throws AppError E_INTERNAL when they cannot be loaded
 */
export function wordCutter(language: string, kernels: string): WordCutter {
  return chinese.test(language) ? jieba(kernels) : segmenterFor(language);
}

function jieba(kernels: string): WordCutter {
  startJieba(kernels);
  return function* (stretch) {
    let index = 0;
    let end = 0;
    for (const { length } of cut(inSimplified(stretch), true)) {
      if (end > index && !isInsideNumber(stretch, end)) {
        yield { segment: stretch.slice(index, end), index };
        index = end;
      }
      end += length;
    }
    if (end > index) yield { segment: stretch.slice(index, end), index };
  };
}

/** Jieba gives full-width digits one by one; they are one number. */
const isInsideNumber = (stretch: string, at: number) =>
  isFullWidthDigit(stretch.charCodeAt(at)) && isFullWidthDigit(stretch.charCodeAt(at - 1));
const isFullWidthDigit = (unit: number) => unit >= 0xff10 && unit <= 0xff19;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): WordCutter {
  const locale = Intl.Segmenter.supportedLocalesOf([language])[0] ?? 'und';
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return (stretch) => known.segment(stretch);
}
