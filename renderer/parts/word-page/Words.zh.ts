import { ofChinese as of } from '../../i18n/counted.ts';
import type { Words } from './Words.en.ts';

export const zh: Words = {
  title: (word) => `关于“${word}”的一切`,
  occurrences: of('次'),
  perMillion: (rate) => `每百万 ${rate}`,
  rank: (rank, types) => `在 ${types} 个词中排第 ${rank}`,
  inTexts: (texts, all) => `见于 ${all} 篇中的 ${texts} 篇`,
  dp: (value) => `DP ${value}`,
  dpNote:
    'Gries 的 DP：0 表示分布与各文本篇幅一致，接近 1 表示只集中在一处。色带把全部文本依次分为一百个等长的小段。',
  strip: '它在文本中的位置，从第一篇到最后一篇',
  written: '写法',
  forms: '词形',
  formsOf: (here, all) => `${all} 次中本词 ${here} 次`,
  trend: (field) => `每百万，按 ${field}`,
  field: '字段',
  noField: '文本没有年份、作者一类的字段，无法看它的变化。',
  collocates: '搭配词',
  noCollocates: '没有哪个词在它旁边出现三次。',
  neighbours: '近邻',
  near: (model) => `模型 ${model}`,
  noModel: '训练一个模型，就能看到用法与它相近的词。',
  unknown: (model) => `${model} 没有这个词：对它来说太少见，或者被略去了。`,
  allRare: (model, count) => `${model} 里没有别的词出现达到 ${count} 次。`,
  lines: '例句',
  chosen: '随机选出，每次相同',
  all: '全部',
  pin: '固定以便比较',
  unpin: '取消固定',
  more: (count) => `另有 ${count} 个`,
};
