import { ofChinese as of } from '../../i18n/counted.ts';
import type { Words } from './Words.en.ts';

/** 检索页：索引行与搭配词。 */
export const zh: Words = {
  title: '检索',
  lacking: '语料库有了文本，就可以检索。',
  empty: '输入一个词，查看它出现的每一处。',
  word: '词',
  show: '显示',
  concordance: '索引行',
  collocates: '搭配词',
  width: '每侧词数',
  sort: '排序',
  sorts: { text: '按原文', left: '按左侧（L1 L2 L3）', right: '按右侧（R1 R2 R3）', both: '先 R1 后 L1' },
  found: of('行'),
  none: (word) => `这些文本中没有“${word}”。`,
  together: '共现',
  togetherNote: '在跨距之内出现的次数',
  span: '跨距',
  from: '左',
  to: '右',
  minimum: '至少',
  logDice: 'logDice',
  mutualInformation: 'MI',
  tScore: 't',
  logLikelihood: 'LL',
  rareNote: '互信息偏向罕用词，请与频次一起阅读。',
  noCollocates: '没有词与它共现得这么多。请降低下限或放宽跨距。',
};
