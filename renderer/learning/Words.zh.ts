import type { Words } from './Words.en.ts';

/** 模型的向量是怎样学到的。 */
export const zh: Words = {
  views: { rows: '行', paths: '路径', matrix: '矩阵', loss: '损失' },
  viewsLabel: '显示什么',
  noModel: '训练一个模型，就能在这里看到向量怎样学成：起初随机，后来学会。',
  rowsNote: '矩阵的一行在各个时刻的样子：最上面是随机的，最下面是学到的。',
  rowsSoFar: '矩阵的一行到目前为止在各个时刻的样子：最上面是随机的，最下面是现在的。',
  noWord: '这次训练没有观察任何词。',
  now: '现在',
  notBegun: '训练走出第一步之后，这里就会出现行。',
  word: '词',
  chosen: (word) => `${word}（已观察）`,
  other: '其他词',
  otherHint: '用空格分开；没有观察的词只知道最初和最后的行',
  ask: '显示',
  epoch: (n) => `第 ${n} 轮`,
  beginning: '随机',
  end: '结束时',
  row: (word) => `训练中 ${word} 的那一行`,
  towards: (from) => `与结束时那一行的余弦：起初为 ${from}`,
  towardsNow: (from) => `与现在那一行的余弦：起初为 ${from}`,
  dimension: (n) => `第 ${n} 维`,
  matrix: '矩阵的前几行',
  states: { initial: '训练之前', trained: '训练之后' },
  matrixNote: (shown, all) => `${all} 行中的 ${shown} 行，即最常用的词`,
  pathsLabel: (words) => `${words} 个词在词图上的路径`,
  pathsNote: (share) =>
    `从随机的位置（○）到学到的位置（●），画在训练后的 PCA 平面上（占方差的 ${share}）。灰点：结束时最常用的词。`,
  pathsSoFar: (share) =>
    `从随机的位置（○）到现在的位置（●），画在最常用的 500 个词此刻差别最大的平面上（PCA，占方差的 ${share}）；词移动时，平面也会转动。灰点：这些词。`,
  from: '轮',
  x: 'x',
  y: 'y',
  lossNote: '每个样本的平均损失（奈特）。不是质量分数。',
  noLoss: '这次训练没有保存损失。',
  unwatched: '训练这个模型时没有观察任何词：只知道最初和最后的行。',
};
