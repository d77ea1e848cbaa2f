import { ofChinese as of } from '../../i18n/counted.ts';
import type { Words } from './Words.en.ts';

/** N 元组页：反复连用的词。 */
export const zh: Words = {
  title: 'N 元组',
  lacking: '语料库有了文本，就可以列出 N 元组。',
  n: '连续词数',
  kind: '列出',
  kinds: { ngrams: 'N 元组', frames: '框架' },
  kindNotes: {
    ngrams: '一句之内连续的词',
    frames: '只有中间一个词不同：at the * of',
  },
  layer: '计数单位',
  minimum: '至少',
  minimumTexts: '文本数',
  rate: (perMillion) => `每百万 ${perMillion}`,
  perMillion: '每百万',
  ngram: 'N 元组',
  frame: '框架',
  open: (ngram) => `${ngram} 的索引行`,
  dispersionNote: 'Gries 的 DP：0 表示均匀分布，1 表示只在一处',
  longer: '在更长组合中',
  longerNote: '有多大部分落在同一个更长的 N 元组里：“总是”表示它只是其中一部分，不是独立的单位',
  within: '总是',
  variants: '变体',
  variantsNote: '空位上不同的词',
  ratio: '变体 ÷ 频次',
  ratioNote: '每次都换词时为 1，空位几乎固定时接近 0',
  top: '最常见',
  topShare: '所占比例',
  found: of('行'),
  none: '没有词连用得这么多。请降低下限，或减少词数。',
};
