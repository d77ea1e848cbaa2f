import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut, initSync } from 'jieba-wasm/web';

/** Cuts a stretch of text into words, signs and spaces that together are the stretch. */
export type WordCutter = (stretch: string) => Iterable<{ readonly segment: string; readonly index: number }>;

/** Languages of China whose words jieba's dictionary has. */
const chinese = /^(?:zh|cmn|yue|wuu|gan|hak|nan)\b/u;

/**
 * Chinese in simplified characters by jieba, with its dictionary and, for words that it lacks, its hidden Markov model; everything
 * else by Intl.Segmenter. Jieba's dictionary has no words in traditional characters, that of Intl.Segmenter has. Jieba cuts alike on
 * every system, Intl.Segmenter as its version of ICU does.
 * @param kernels folder of `jieba.wasm`
 */
export function wordCutter(language: string, kernels: string): WordCutter {
  const segmenter = segmenterFor(language);
  if (!chinese.test(language)) return segmenter;
  const cutSimplified = jieba(kernels);
  return (stretch) => (isTraditional(stretch) ? segmenter(stretch) : cutSimplified(stretch));
}

// Characters of the most frequent that are written in two ways, in the same order.
const traditional = new Set(
  '們個這說時國會來對發學經過還後種開無與為麼見長現點問給電間進門頭東車話書實數氣樣總種萬業機關體兩員題',
);
const simplified = new Set(
  '们个这说时国会来对发学经过还后种开无与为么见长现点问给电间进门头东车话书实数气样总种万业机关体两员题',
);

/** Whether a stretch has more traditional characters than simplified ones. */
function isTraditional(stretch: string): boolean {
  let lead = 0;
  for (const character of stretch)
    if (traditional.has(character)) lead += 1;
    else if (simplified.has(character)) lead -= 1;
  return lead > 0;
}

const fullWidthDigits = /^[０-９]+$/u;

let hasStarted = false;

function jieba(kernels: string): WordCutter {
  if (!hasStarted) initSync({ module: readFileSync(join(kernels, 'jieba.wasm')) });
  hasStarted = true;
  return function* (stretch) {
    let index = 0;
    let number = '';
    for (const segment of cut(stretch, true)) {
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
