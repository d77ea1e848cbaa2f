import type { Words } from './Words.en.ts';

/** 词表页。 */
export const zh: Words = {
  title: '词表',
  lacking: '语料库有了文本，这里就会列出词表。',
  search: '筛选',
  match: '匹配',
  matches: { contains: '包含', starts: '开头为', ends: '结尾为' },
  perMillion: '每百万',
  dispersion: '离散度',
  dispersionNote: 'Gries 的 DP：0 表示均匀分布，1 表示只在一处',
  none: (search) => `没有匹配“${search}”的词。`,
};
