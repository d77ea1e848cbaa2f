import type { Words } from './Words.en.ts';

/** 用人的回答检验模型。 */
export const zh: Words = {
  kinds: { analogies: '类比', pairs: '评分词对' },
  kind: '检验什么',
  noModel: '请先训练一个模型，然后用题目文件检验它。',
  begin: {
    analogies: '类比题文件：每行“man king woman queen”，以冒号开头的行是分节；也可以是 BATS 文件，每行一对。',
    pairs: '人工评分的词对文件：两个词和一个数，用逗号、分号或制表符分开，有无标题行都可以。',
  },
  choose: '选择文件…',
  files: { analogies: '类比题', pairs: '词对' },
  wordColumns: '词所在的两列',
  wordColumnsHint: '词：如 3,4',
  ratings: '评分所在列',
  ratingsHint: '评分：如 5',
  method: '方法',
  working: '正在检验',
  section: '分节',
  correct: '正确',
  total: '题数',
  share: '比例',
  interval: '95 %',
  intervalNote: '重新抽取题目所得的中间 95 %：同类的另一套题会落在这个范围内',
  baseline: '基线',
  baselineNote: '只取离第三个词最近的词也能答对的题。高出它的部分才来自类比（Linzen 2016）',
  all: '全部',
  analogies: (share, correct, total) => `${share}：${total} 题中答对 ${correct} 题`,
  coverage: (share) => `文件中 ${share} 的题可以检验：模型有其中所有的词`,
  lowCoverage: '不到一半的题可以检验。请不要与已发表的数字比较。',
  spearman: 'Spearman',
  pearson: 'Pearson',
  pairs: (n) => `${n} 对`,
  column: (n, heading) => `评分在第 ${n} 列（${heading}）`,
  columnOnly: (n) => `评分在第 ${n} 列`,
  where: '从哪里得到这样的文件',
  whereNote:
    'Firth 不附带这些文件：大多数可以自由用于研究，但不能转发。它们针对一般语言；只含一位作者或一个世纪的模型可能认识的词很少。',
  sets: {
    analogies: [
      'Google 类比题（questions-words.txt，Mikolov 等 2013）：随 word2vec 程序',
      'BATS 3.0（Gladkova 等 2016）：vecto.space',
      '中文：CA8（Li 等 2018），随 Chinese Word Vectors',
    ],
    pairs: [
      'WordSim-353（Finkelstein 等 2002）、SimLex-999（Hill 等 2015）、SimVerb-3500（Gerz 等 2016）：作者的网页',
      'Multi-SimLex（Vulić 等 2020）：包括中文在内的十二种语言：multisimlex.com',
      'COS960（Huang 等 2019）、PKU-500（Wu & Li 2016）：中文',
    ],
  },
};
